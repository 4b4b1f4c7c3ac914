import type { Span } from './span.js'

/** Roles whose blocks make the article's text. */
export const BODY_ROLES = ['body', 'subhead', 'quotation', 'attribution'] as const

/** Roles whose blocks leave the text; they become metadata or are recorded as removed. */
export const ASIDE_ROLES = [
  'headline',
  'standfirst',
  'byline',
  'dateline',
  'date',
  'caption',
  'credit',
  'publisher',
  'related',
  'list-marker',
  'tag',
  'section',
  'counter',
  'share',
  'navigation',
  'promotion',
  'legal',
  'source-url',
  'repeat',
  'boilerplate',
] as const

export type BodyRole = (typeof BODY_ROLES)[number]
export type BlockRole = BodyRole | (typeof ASIDE_ROLES)[number]

/** A paragraph-sized span of the document's current text, without white space at its ends, and the part it plays. */
export interface Block extends Span {
  readonly role: BlockRole
  /** The rule or feature that decided the role, such as `boilerplate/whats-hot`. */
  readonly ruleId: string
}

/** True when blocks of this role are part of the article's text. */
export function isBodyRole(role: BlockRole): role is BodyRole {
  return (BODY_ROLES as readonly BlockRole[]).includes(role)
}

/** Roles whose words an author wrote as prose: where spun text is looked for and repaired. */
const PROSE_ROLES: ReadonlySet<BlockRole> = new Set([...BODY_ROLES, 'headline', 'standfirst', 'caption'])

/** True when a block of this role holds prose. */
export function isProseRole(role: BlockRole): boolean {
  return PROSE_ROLES.has(role)
}
