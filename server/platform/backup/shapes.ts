// The lines of JSON in a backup, and how rows are counted on the way.
import { hash } from 'node:crypto';
import { z } from 'zod';

/** Whence a backup is: its company (for whoever chooses among files), when it was made, and the migrations of its tables. */
export const Head = z.object({
  company: z.string().nullable(),
  made: z.iso.datetime(),
  postgres: z.string(),
  migrations: z.array(z.object({ name: z.string(), digest: z.string() })).min(1),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })).min(1),
});
export type Head = z.infer<typeof Head>;

/** A job that was waiting: a row of another schema, ordered anew where the backup is restored. */
export const Order = z.object({
  task: z.string(),
  payload: z.unknown(),
  queue: z.string().nullable(),
  run_at: z.string(),
  max_attempts: z.number().int(),
  key: z.string().nullable(),
  priority: z.number().int(),
});
export type Order = z.infer<typeof Order>;

/** A table's rows: how many, and the sum of their hashes, which is the same in whatever order they lie. */
export const Sum = z.object({ name: z.string(), rows: z.number().int(), sum: z.string() });
export type Sum = z.infer<typeof Sum>;
export const Index = z.object({ tables: z.array(Sum) });

type Summing = { through: (rows: AsyncIterable<Buffer>) => AsyncGenerator<Buffer>; sum: () => Sum };

/** Passes rows on as they come and adds up the SHA-256 of each, in eight lanes of 32 bits; COPY writes one row a line. */
export function summing(name: string): Summing {
  const lanes = new Uint32Array(8);
  let rows = 0;
  let begun: Buffer[] = [];
  const add = (row: Buffer) => {
    const digest = hash('sha256', row, 'buffer');
    lanes.forEach((value, lane) => (lanes[lane] = value + digest.readUInt32LE(lane * 4)));
    rows += 1;
  };
  return {
    through: async function* (parts) {
      for await (const part of parts) {
        let from = 0;
        for (let at = part.indexOf(10); at >= 0; at = part.indexOf(10, from)) {
          const end = part.subarray(from, at + 1);
          add(begun.length > 0 ? Buffer.concat([...begun, end]) : end);
          begun = [];
          from = at + 1;
        }
        if (from < part.length) begun.push(part.subarray(from));
        yield part;
      }
    },
    sum: () => ({ name, rows, sum: Buffer.from(lanes.buffer).toString('hex') }),
  };
}
