/** Something that waits for someone: what, where it is done, and by when. */
export interface Todo {
  readonly key: string;
  readonly text: string;
  readonly to: string;
  readonly by: string | null;
  readonly zone?: string | undefined;
}
