// `npm run backup` and `npm run restore`: a program of the server on the pinned Node, also where nothing is installed yet.
import { prepare, runNode } from './node.mjs';

const [program = '', ...args] = process.argv.slice(2);
process.exit(await runNode(prepare(), [`server/${program}.ts`, ...args]));
