/** What stood in the way, as the service says it (RFC 9457). */
export class Problem extends Error {
  override readonly name = 'Problem';
  /** A stable code such as `call:not-open`, to be decided by. */
  readonly code: string;
  /** What each field of a body lacks. */
  readonly errors: readonly { readonly field: string; readonly message: string }[];

  constructor(
    readonly status: number,
    readonly body: unknown,
  ) {
    const { code = 'unknown', detail = '', errors = [] } = (typeof body === 'object' && body !== null ? body : {}) as { code?: string; detail?: string; errors?: Problem['errors'] };
    super(detail === '' ? `The service answered ${status}` : detail);
    this.code = code;
    this.errors = errors;
  }
}
