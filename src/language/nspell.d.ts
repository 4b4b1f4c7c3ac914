/** The part of nspell that is used; the package brings no types. */
declare module 'nspell' {
  interface Speller {
    suggest(word: string): string[]
    correct(word: string): boolean
  }
  export default function nspell(dictionary: { readonly aff: string; readonly dic: string }): Speller
}
