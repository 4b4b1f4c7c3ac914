// npm links the bin file but only sets its mode when it installs a tarball; a rebuilt dist needs the bit again.
import { chmodSync } from 'node:fs'

for (const path of process.argv.slice(2)) chmodSync(path, 0o755)
