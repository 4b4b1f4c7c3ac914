/** Ten headlines of articles that have nothing to do with each other. */
export const HEADLINES = [
  'Potato harvest is the smallest in a decade',
  'Two museums share one painting for a year',
  'Why the old lighthouse keeps its red lamp',
  'School choir wins a prize in the capital',
  'New bus line links the airport and harbour',
  'Bakers ask for cheaper flour before Easter',
  'Storm damages roofs in three northern towns',
  'Library opens on Sundays from next month',
  'Cyclists want a lane on the main bridge',
  'Hospital hires forty nurses from abroad',
]
