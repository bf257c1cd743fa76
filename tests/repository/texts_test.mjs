// node --test texts_test.mjs: the check of texts finds those that are not listed, that nobody says and that have no German.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findings } from './texts.mjs';

test('each text is said, listed and translated', () => {
    assert.deepEqual(findings(['it was %1'], ['it was %1'], new Map([['it was %1', 'es war %1']])), []);
    assert.deepEqual(findings(['it was %1'], ['it is %1'], new Map([['it was %1', 'es war %1']])),
        ['not in translations/cleanuptexts.h: it was %1', 'nobody says it any more: it is %1', 'no German: it is %1']);
    assert.deepEqual(findings(['%1 of %2'], ['%1 of %2'], new Map([['%1 of %2', 'von %2']])), ['other places in the German: %1 of %2']);
});
