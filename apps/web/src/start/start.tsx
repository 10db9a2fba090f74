import { useMe } from '../api/session.js';
import PublicHome from './public-home.js';
import Today from './today.js';

export default function Start() {
  const me = useMe();
  if (me === undefined) return null;
  return me === null ? <PublicHome /> : <Today me={me} />;
}
