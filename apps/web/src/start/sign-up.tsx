import { Link } from '@tanstack/react-router';
import { Door } from './door.js';
import { useStartWords } from './words.js';

export default function SignUp() {
  const t = useStartWords();
  return (
    <Door isNew>
      {t('signUpNote')} {t('haveAccount')} <Link to="/sign-in" search={true as never}>{t('signIn')}</Link>
    </Door>
  );
}
