/** Version of the record's schema, in every record's `version`: minor for new optional meaning, major for a break. */
export const RECORD_VERSION = '1.0'
