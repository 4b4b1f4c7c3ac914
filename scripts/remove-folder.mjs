// A build must leave nothing behind of modules that are no more: the package holds all of `dist`.
import { rmSync } from 'node:fs'

for (const path of process.argv.slice(2)) rmSync(path, { recursive: true, force: true })
