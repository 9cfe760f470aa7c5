// Every migration, in order. Forward only: a landed one is never edited.
import { theSpine } from './0001-the-spine.ts';
import { verify } from './0002-verify.ts';
import { signIn } from './0003-sign-in.ts';
import { whenItHasLeft } from './0004-when-it-has-left.ts';
import { calls } from './0005-calls.ts';
import { search } from './0006-search.ts';
import { asking } from './0007-asking.ts';
import { quickWords } from './0008-quick-words.ts';
import { documents } from './0009-documents.ts';
import { dueByKind } from './0010-due-by-kind.ts';
import { twoMonthsEnd } from './0011-two-months-end.ts';
import { heldPapers } from './0012-held-papers.ts';
import { records } from './0013-records.ts';
import { noCertificateNeeded } from './0014-no-certificate-needed.ts';
import { peopleDoneRight } from './0015-people-done-right.ts';
import { filesById } from './0016-files-by-id.ts';
import { waitsForAPerson } from './0017-waits-for-a-person.ts';
import { wordsOnce } from './0018-words-once.ts';
import { decisionsOfCase } from './0019-decisions-of-case.ts';
import { informedOrNot } from './0020-informed-or-not.ts';
import { whoHadTheCall } from './0021-who-had-the-call.ts';
import { frontSeesErased } from './0022-front-sees-erased.ts';
import { letterWords } from './0023-letter-words.ts';
import { deskSeat } from './0024-desk-seat.ts';
import { noTableOfOnesOwn } from './0025-no-table-of-ones-own.ts';
import { heldUntilChecked } from './0026-held-until-checked.ts';
import { certificatesPostedFirst } from './0027-certificates-posted-first.ts';
import { linkedCalls } from './0028-linked-calls.ts';
import { readingAgain } from './0029-reading-again.ts';
import { lateDecisionOfMine } from './0030-late-decision-of-mine.ts';

export const migrations: Readonly<Record<string, string>> = {
  '0001-the-spine': theSpine,
  '0002-verify': verify,
  '0003-sign-in': signIn,
  '0004-when-it-has-left': whenItHasLeft,
  '0005-calls': calls,
  '0006-search': search,
  '0007-asking': asking,
  '0008-quick-words': quickWords,
  '0009-documents': documents,
  '0010-due-by-kind': dueByKind,
  '0011-two-months-end': twoMonthsEnd,
  '0012-held-papers': heldPapers,
  '0013-records': records,
  '0014-no-certificate-needed': noCertificateNeeded,
  '0015-people-done-right': peopleDoneRight,
  '0016-files-by-id': filesById,
  '0017-waits-for-a-person': waitsForAPerson,
  '0018-words-once': wordsOnce,
  '0019-decisions-of-case': decisionsOfCase,
  '0020-informed-or-not': informedOrNot,
  '0021-who-had-the-call': whoHadTheCall,
  '0022-front-sees-erased': frontSeesErased,
  '0023-letter-words': letterWords,
  '0024-desk-seat': deskSeat,
  '0025-no-table-of-ones-own': noTableOfOnesOwn,
  '0026-held-until-checked': heldUntilChecked,
  '0027-certificates-posted-first': certificatesPostedFirst,
  '0028-linked-calls': linkedCalls,
  '0029-reading-again': readingAgain,
  '0030-late-decision-of-mine': lateDecisionOfMine,
};
