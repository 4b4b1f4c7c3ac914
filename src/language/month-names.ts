/** Month numbers, 1 to 12, by lower-case name or abbreviation, in the languages that news pages date themselves in. */
export const MONTH_NAMES: ReadonlyMap<string, number> = new Map(
  [
    'january jan januar enero janvier gennaio janeiro januari января январь янв січня січень stycznia ocak leden ledna',
    'february feb februar febrero février fevr févr febbraio fevereiro februari февраля февраль фев лютого лютий lutego şubat února',
    'march mar märz marzo mars março maart марта март мар березня березень marca mart března',
    'april apr abril avril aprile апреля апрель апр квітня квітень kwietnia nisan dubna',
    'may mai mayo maggio maio mei мая май травня травень maja mayıs května',
    'june jun juni junio juin giugno junho июня июнь июн червня червень czerwca haziran června',
    'july jul juli julio juillet luglio julho июля июль июл липня липень lipca temmuz července',
    'august aug agosto août aout augustus августа август авг серпня серпень sierpnia ağustos srpna',
    'september sep sept septiembre septembre settembre setembro сентября сентябрь сен вересня вересень września eylül září',
    'october oct okt oktober octubre octobre ottobre outubro октября октябрь окт жовтня жовтень października ekim října',
    'november nov noviembre novembre novembro ноября ноябрь ноя листопада листопад listopada kasım listopadu',
    'december dec dez dezember diciembre décembre decembre dicembre dezembro декабря декабрь дек грудня грудень grudnia aralık prosince',
  ].flatMap((names, index) => names.split(' ').map((name): [string, number] => [name, index + 1])),
)

/** Lower-case names of weekdays, full and short, in the same languages; they stand before dates and add nothing. */
export const WEEKDAY_NAMES: ReadonlySet<string> = new Set(
  (
    'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun ' +
    'montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche ' +
    'lunes martes miércoles jueves viernes sábado domingo lunedì martedì mercoledì giovedì venerdì sabato domenica ' +
    'понедельник вторник среда четверг пятница суббота воскресенье понеділок вівторок середа четвер ' +
    'субота неділя'
  ).split(' '),
)
