import type { JudgedPage } from '../core/page-status.js'
import { type ArticleView, segmentText } from './article.js'
import { countPictures, countPosts } from './posts.js'
import { judged, type PageMarkup } from './status-evidence.js'

/** Posts of a live blog, where the page calls itself one and where it does not. */
const LEAST_POSTS = 3
const MANY_POSTS = 6
/** Share of the text's paragraphs that begin a post. */
const POST_SHARE = 0.12
/** Pictures of a gallery. */
const LEAST_PICTURES = 5

const LIVE_TITLE =
  /(?:^|[^\p{L}])live(?:blog)?(?:[:,.!|–—-]|$| (?:updates|blog|coverage|news|now|score))|\bas it happened\b|\bminute[- ]by[- ]minute\b|\blatest updates\b/iu
const GALLERY_TITLE = /\b(?:in (?:pictures|photos)|photos|pictures|gallery|slide ?show|photo essay|images)\b/i
const GALLERY_TYPE = /^(?:imagegallery|mediagallery|gallery|article:gallery)$/

/** A page that goes on as things happen, or from picture to picture. */
export function running(
  article: ArticleView,
  headline: number,
  { lines, facts }: PageMarkup,
): JudgedPage | null {
  const title = headline < 0 ? (facts?.titles[0] ?? '') : segmentText(article, headline)
  const { posts, paragraphs } = countPosts(article)
  const isCalledLive =
    facts?.types.includes('liveblogposting') === true ||
    LIVE_TITLE.test(title) ||
    article.phrases.some((phrase) => phrase?.signals === 'live_blog')
  if (posts >= (isCalledLive ? LEAST_POSTS : MANY_POSTS) && posts >= POST_SHARE * paragraphs) {
    return judged('live_blog', 'status/posts', `${posts} parts of the text have a time of their own`)
  }
  const isCalledGallery = facts?.types.some((type) => GALLERY_TYPE.test(type)) || GALLERY_TITLE.test(title)
  const pictures = countPictures(article, lines)
  return pictures >= LEAST_PICTURES && pictures >= (isCalledGallery ? 0.4 : 1.3) * paragraphs
    ? judged(
        'gallery',
        'status/pictures',
        `${pictures} captions, credits or numbers of pictures beside ${paragraphs} paragraphs`,
      )
    : null
}
