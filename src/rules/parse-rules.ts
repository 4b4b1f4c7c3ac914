import { type Location, type Parsed, type Problem, parseYaml } from './parse-yaml.js'
import { type Rule, type RuleFile, ruleFileSchema } from './rule.js'

/** The rules of the YAML `text` of the file at `path`, or every problem found in it, contradictions included. */
export function parseRules(path: string, text: string): Parsed<RuleFile> {
  const parsed = parseYaml(path, text, ruleFileSchema)
  if (!parsed.ok) return parsed
  const problems = findContradictions(path, parsed.value.rules, parsed.locate)
  return problems.length > 0 ? { ok: false, problems } : parsed
}

function findContradictions(
  path: string,
  rules: readonly Rule[],
  locate: (keys: readonly PropertyKey[]) => Location,
): Problem[] {
  const problems: Problem[] = []
  const ids = new Map<string, number>()
  const matches = new Map<string, Rule>()
  for (const [index, rule] of rules.entries()) {
    const report = (keys: readonly PropertyKey[], message: string) =>
      problems.push({ path, ...locate(['rules', index, ...keys]), message: `${rule.id}: ${message}` })

    const earlier = ids.get(rule.id)
    if (earlier === undefined) ids.set(rule.id, index)
    else report(['id'], `the id is taken by the rule in line ${locate(['rules', earlier]).line}`)

    const condition = conditionKey(rule)
    const twin = matches.get(condition)
    if (!twin) matches.set(condition, rule)
    else
      report(
        ['match'],
        `matches what ${twin.id} matches, under the same conditions; put their candidates together`,
      )

    const texts = new Set<string>()
    for (const [at, { text }] of rule.candidates.entries()) {
      const key = text.toLowerCase()
      if (key === rule.match.toLowerCase()) report(['candidates', at, 'text'], 'a candidate equals the match')
      if (texts.has(key))
        report(['candidates', at, 'text'], `the candidate ${JSON.stringify(text)} stands twice`)
      texts.add(key)
    }
    const sum = rule.candidates.reduce((total, { weight }) => total + weight, 0)
    // Room for the rounding of sums such as 0.7 + 0.2 + 0.1.
    if (sum > 1 + 1e-9) report(['candidates'], `weights sum to ${Number(sum.toFixed(6))}; expected at most 1`)
  }
  return problems
}

/** Equal for two rules that match the same tokens. */
function conditionKey({ match, before, after, near, sentence_start }: Rule): string {
  const sorted = (list: readonly string[] | undefined) => list?.map((word) => word.toLowerCase()).toSorted()
  return JSON.stringify([
    match.toLowerCase(),
    sorted(before),
    sorted(after),
    sorted(near?.words),
    near?.within,
    sentence_start,
  ])
}
