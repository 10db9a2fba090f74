import { Button } from 'antd';
import { useRef } from 'react';

/** A button that asks for one file; the same one may be chosen again. */
export function FileButton({ accept, name, onFile }: { accept: string; name: string; onFile: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        onChange={({ target }) => {
          if (target.files?.[0]) onFile(target.files[0]);
          target.value = '';
        }}
      />
      <Button onClick={() => input.current?.click()}>{name}</Button>
    </>
  );
}
