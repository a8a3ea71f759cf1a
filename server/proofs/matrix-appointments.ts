// The part of the reviewed table (matrix.ts) about appointments and private calendars: an appointment is seen by its two people alone.

/** Rows of the matrix; its columns are in matrix.ts. */
export const appointmentRows = `
  listAppointments                   | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   |
  createAppointment                  | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   |
  getAppointment       ownMeeting    | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   | 404
  getAppointment       theirMeeting  | 401    -         -     -           -        -      -    -     -           -         -             401  401   | 404
  getAppointmentFile   ownMeeting    | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   | 404
  getAppointmentFile   theirMeeting  | 401    -         -     -           -        -      -    -     -           -         -             401  401   | 404
  answerAppointment    ownMeeting    | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   | 404
  answerAppointment    theirMeeting  | 401    -         -     -           -        -      -    -     -           -         -             401  401   | 404
  moveAppointment      ownMeeting    | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   | 404
  moveAppointment      theirMeeting  | 401    -         -     -           -        -      -    -     -           -         -             401  401   | 404
  cancelAppointment    ownMeeting    | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   | 404
  cancelAppointment    theirMeeting  | 401    -         -     -           -        -      -    -     -           -         -             401  401   | 404
  concludeAppointment  ownMeeting    | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   | 404
  concludeAppointment  theirMeeting  | 401    -         -     -           -        -      -    -     -           -         -             401  401   | 404
  getCalendarFeed                    | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   |
  createCalendarFeed                 | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   |
  removeCalendarFeed                 | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   |
  readCalendar         ownCalendar   | yes    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           yes  yes   | 404`;
