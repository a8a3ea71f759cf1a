// What went wrong between us and PostgreSQL, by its codes: whether to try again, to wait, or what stood in the way.

// A migration of a later release gave a table more columns: what was prepared as "select *" before is refused for ever, under that name.
export const isOutdated = (error: unknown): boolean =>
  codeOf(error) === '0A000' && (error as { routine?: unknown }).routine === 'RevalidateCachedQuery';

const retryable = /^(40001|40P01|57P01|08\d{3})$/;
export const codeOf = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined;

/** Whether the same statement may succeed when tried again: serialization, deadlock, a server that went away, a plan that is out of date. */
export const isRetryable = (error: unknown): boolean => retryable.test(codeOf(error) ?? '') || isOutdated(error);

/** Whether somebody else held what was waited for, for longer than one waits. */
export const isHeld = (error: unknown): boolean => codeOf(error) === '55P03';

const away = /^(57P0[123]|08\d{3}|53\d{3}|ECONNREFUSED|ECONNRESET|EPIPE)$/;
const broken =
  /^(Connection terminated|Client was closed|Client has encountered a connection error|Query read timeout|timeout exceeded)/;

/** Whether the database could not be asked: it starts, ends, is full or out of connections, or the way there broke. */
export const isAway = (error: unknown): boolean =>
  error instanceof Error &&
  (away.test(codeOf(error) ?? '') || broken.test(error.message) || ('syscall' in error && error.syscall === 'connect'));

/** The name of the unique constraint that an error is about, or undefined. */
export const violated = (error: unknown): string | undefined =>
  codeOf(error) === '23505' && typeof error === 'object' && error !== null && 'constraint' in error
    ? String(error.constraint)
    : undefined;
