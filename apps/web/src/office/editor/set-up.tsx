export default function Stub(_: { call: unknown }) { return <p>…</p>; }
