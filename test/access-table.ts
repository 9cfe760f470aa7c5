// The access table: every route and who may enter it. The wall decides again which rows they see there.
export type Kind = 'visitor' | 'family' | 'adviser' | 'administrator' | 'manager';

const everybody: readonly Kind[] = ['visitor', 'family', 'adviser', 'administrator', 'manager'];

export const accessTable: Readonly<Record<string, readonly Kind[]>> = {
  'GET /health': everybody,
  'GET /ask': everybody,
  'POST /ask': everybody,
  'GET /ask/done': everybody,
  'POST /ask/another': everybody,
  'GET /desk/cases/:reference/answers': ['adviser', 'administrator', 'manager'],
  'POST /desk/cases/:reference/answers/:offer': ['adviser', 'administrator', 'manager'],
  'GET /ask/more': everybody,
  'GET /ask/more/:question': everybody,
  'POST /ask/more/:question': everybody,
  'GET /ask/check': everybody,
  'POST /ask/check': everybody,
  'GET /ask/save': everybody,
  'POST /ask/save': everybody,
  'GET /ask/saved': everybody,
  'GET /ask/back/:link': everybody,
  'POST /ask/back/:link': everybody,
};
