// A process that migrates one database and ends: what the proofs kill. Takes its address.
import { openDatabase } from '../../server/platform/db.ts';
import { migrate } from '../../server/platform/migrate.ts';

const { pool, close } = openDatabase({ connectionString: process.argv[2] ?? '' });
console.log('begins');
await migrate(pool);
await close();
