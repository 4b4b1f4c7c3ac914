import { describe, expect, it } from 'vitest'
import { clean } from '../../src/pipeline.js'
import { toSourceRecord } from '../../src/read/from-text.js'
import { toRecord } from '../../src/record/to-record.js'
import { loadResources } from '../../src/resources.js'

const resources = await loadResources()

const PAGES = [
  {
    language: 'zh',
    before: ['首页', '新闻', '体育'],
    title: '城市图书馆周日开放',
    date: '2025年3月4日',
    text: [
      '城市图书馆从下个月起周日也将开放，馆长在周一的新闻发布会上说，读者多年来一直希望有这样的安排。',
      '图书馆去年接待了四十万名读者，其中三分之一是学生，他们只有周末才有时间来看书和学习。',
      '市政府为此增加了两百万元的预算，用于雇用十二名新员工，并延长阅览室的开放时间。',
    ],
    after: ['相关新闻', '公交新线路连接机场', '学校合唱团获奖'],
  },
  {
    language: 'ru',
    before: ['Главная', 'Новости'],
    title: 'Библиотека откроется по воскресеньям',
    date: '4 марта 2025',
    text: [
      'Городская библиотека со следующего месяца будет открыта и по воскресеньям, сообщила в понедельник её директор.',
      'В прошлом году библиотеку посетили четыреста тысяч читателей, треть из них студенты, которые приходят в выходные дни.',
      'Город выделил на это два миллиона рублей, чтобы принять на работу двенадцать новых сотрудников.',
    ],
    after: ['Читайте также', 'Новый автобус свяжет аэропорт и порт'],
  },
  {
    language: 'de',
    before: ['Startseite', 'Politik', 'Sport'],
    title: 'Bibliothek öffnet künftig auch am Sonntag',
    date: '4. März 2025',
    text: [
      'Die Stadtbibliothek öffnet vom nächsten Monat an auch am Sonntag, wie ihre Leiterin am Montag vor der Presse sagte.',
      'Im vergangenen Jahr kamen vierhunderttausend Leser, ein Drittel davon Studenten, die nur am Wochenende Zeit haben.',
      'Die Stadt gibt dafür zwei Millionen Euro mehr aus und stellt zwölf neue Mitarbeiter für die Bibliothek ein.',
    ],
    after: ['Lesen Sie auch', 'Neue Buslinie verbindet Flughafen und Hafen'],
  },
]

describe('an article in another language', () => {
  it.each(PAGES)(
    'is found without its furniture: $language',
    ({ language, before, title, date, text, after }) => {
      const page = [...before, '', title, date, '', text.join('\n\n'), '', ...after].join('\n')
      const outcome = clean(toSourceRecord('page', page), resources)
      if (outcome.status !== 'cleaned') throw new Error(outcome.reason)
      const record = toRecord(outcome.document)
      expect(record.text).toBe(text.join('\n\n'))
      expect(record.metadata).toMatchObject({ title, language, date: '2025-03-04', status: 'article' })
    },
  )
})
