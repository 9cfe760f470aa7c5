// The route question as JSON: answered, or told in plain words what is wrong.
import { expect, test } from 'vitest';
import { answerRoute } from './route-entry.ts';

test('gives the road, the certificate and why', () => {
  expect(answerRoute({ about: 'decision', decision: 'plan-contents', sections: ['I'] })).toMatchObject({
    result: {
      road: 'placement-only',
      certificate: { needed: false, citation: expect.stringContaining('s.55(2)') },
      evidence: expect.stringMatching(/^Grade/),
    },
  });
});

test.each([
  [null, 'The question'],
  [{}, 'about has to be one of'],
  [{ about: 'decision' }, 'A decision, or health or social care'],
  [{ about: 'decision', decision: 'no' }, 'decision has to be one of'],
  [{ about: 'decision', decision: 'placement', sections: ['Z'] }, 'sections has to hold sections of a plan'],
  [{ about: 'wales', birthDate: '2010-01-01' }, 'The question'],
])('%o is refused in words', (body, words) => {
  expect(answerRoute(body)).toEqual({ error: expect.stringContaining(words) });
});
