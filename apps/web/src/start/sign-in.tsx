import { Link } from '@tanstack/react-router';
import { Door } from './door.js';
import { useStartWords } from './words.js';

export default function SignIn() {
  const t = useStartWords();
  return (
    <Door isNew={false}>
      {t('noAccount')} <Link to="/sign-up" search={true as never}>{t('signUp')}</Link> · <Link to="/forgotten">{t('forgotten')}</Link>
    </Door>
  );
}
