/** The worker of `unspin clean --max-document-ms`: it reads and cleans the documents that it is sent. */
import { workerData } from 'node:worker_threads'
import { openRules } from '../load/rules.js'
import { createResources } from '../resources.js'
import { type ServeOptions, serveTasks } from '../supervise/serve-tasks.js'
import { withContext } from './with-context.js'
import { withSurvey } from './with-survey.js'

/** What the command tells its worker. */
export interface DocumentWorkerData extends ServeOptions {
  /** As `--context`. */
  readonly context: string | null
  /** As `--profile`. */
  readonly profile: string | null
}

// Only `clean.ts` starts this module.
const options = workerData as DocumentWorkerData
const rules = await openRules()
const quiet = () => {}
const { resources: profiled } = await withSurvey(createResources(rules), options.profile)
const { resources } = await withContext(profiled, options.context, options.read.maxBytes, quiet)
// Loaded now, so that no document's time goes into it.
if (options.clean.repair !== 'off') resources.repair().parser()
if (options.clean.spelling !== 'off') resources.spelling()
serveTasks(resources, options)
