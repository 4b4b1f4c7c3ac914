import { CommanderError, InvalidArgumentError, Option, Command as Program } from 'commander'
import { COMMANDS, type Command } from './commands.js'
import { EXIT_CODES, type ExitCode } from './exit-code.js'
import { FLAGS, type FlagName, type FlagValues } from './flags.js'
import { UsageError } from './usage-error.js'

/** The exit code of the command that `words` call; help and usage errors are printed here. */
export async function runProgram(words: readonly string[], version: string): Promise<ExitCode> {
  let exitCode: ExitCode = EXIT_CODES.finished
  const program = configured(new Program('unspin'))
    .description('Turns scraped news into clean, normalised articles, and records every change.')
    .version(version, '--version')
    .helpOption('--help', 'show this help')
    .helpCommand(false)
    .addHelpText('after', `\nExample:\n  unspin clean input --output output\n\n${EXIT_HELP}`)
  for (const command of COMMANDS) {
    addCommand(program, command, (code) => {
      exitCode = code
    })
  }
  try {
    await program.parseAsync(words, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    return error.exitCode === 0 ? EXIT_CODES.finished : EXIT_CODES.unusable
  }
  return exitCode
}

const EXIT_HELP = `Exit codes: 0 finished, nothing failed (a rejected document is not a failure); 1 finished, something
failed; 2 wrong call or set-up; 130, 143 interrupted.`

function addCommand(program: Program, command: Command, finish: (code: ExitCode) => void): void {
  const words = command.name.split(' ')
  const parent = words.slice(0, -1).reduce(subprogram, program)
  const own = configured(parent.command(words.at(-1)!))
    .summary(command.summary)
    .description(command.summary)
    .helpOption('--help', 'show this help')
    .addHelpText('after', `\n${examples(command)}`)
  if (command.operands) own.argument(command.operands)
  for (const name of command.flags) own.addOption(toOption(FLAGS[name]))
  own.action(async (...given: unknown[]) => {
    const operands = command.operands ? [given[0] as string | string[]].flat() : []
    // Flags that the command does not take keep their initial values, and are not read.
    const flags = { ...initialValues(), ...own.opts<Partial<FlagValues<FlagName>>>() }
    finish(await command.run(operands, flags))
  })
}

/** The program's own command of a name, such as `rules`, made when it is first named. */
function subprogram(program: Program, name: string): Program {
  const known = program.commands.find((command) => command.name() === name)
  const own = COMMANDS.filter((command) => command.name.startsWith(`${name} `)).map(({ summary }) => summary)
  return (
    known ??
    configured(program.command(name))
      .description(own.join(' '))
      .helpOption('--help', 'show this help')
      .helpCommand(false)
  )
}

/** Settings that commander does not hand on to subcommands that are configured later. */
function configured(program: Program): Program {
  return program
    .exitOverride()
    .showHelpAfterError('(--help shows how to call it)')
    .showSuggestionAfterError()
    .configureHelp({ helpWidth: Math.min(process.stdout.columns || 100, 110) })
}

/** A flag of whatever type: its own parser keeps its value and its type together. */
interface AnyFlag {
  readonly syntax: string
  readonly help: string
  readonly initial: unknown
  readonly parse: (text: string, before: never) => unknown
  readonly choices?: readonly string[] | undefined
}

function toOption(flag: AnyFlag): Option {
  const option = new Option(flag.syntax, help(flag))
  if (option.isBoolean()) return option
  return option.default(flag.initial ?? undefined).argParser((text, before) => {
    try {
      // Commander hands back what this flag gave it before, or its initial value.
      return flag.parse(text, (before ?? flag.initial) as never)
    } catch (error) {
      if (error instanceof UsageError) throw new InvalidArgumentError(error.message)
      throw error
    }
  })
}

function help({ help, choices }: AnyFlag): string {
  return choices ? `${help}: ${choices.join(', ')}` : help
}

function initialValues(): FlagValues<FlagName> {
  const entries = Object.entries(FLAGS).map(([name, { initial }]) => [name, initial])
  return Object.fromEntries(entries) as FlagValues<FlagName>
}

function examples({ examples }: Command): string {
  const width = Math.max(...examples.map(([call]) => call.length))
  const lines = examples.map(([call, effect]) => `  ${call.padEnd(width)}  # ${effect}`)
  return [examples.length > 1 ? 'Examples:' : 'Example:', ...lines].join('\n')
}
