/** The system's name of a failure (`EIO`, `ENOSPC`…); undefined for an error of the program itself. */
export function systemErrorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
