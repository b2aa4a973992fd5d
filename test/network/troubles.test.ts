/** What went wrong, in words: each kind of trouble, and what follows from it. */
import { expect, test } from 'vitest';
import { STOPPED, Stopped, type Trouble, troubleOf, troubleOfStatus } from '../../source/network/troubles.ts';

const coded = (code: unknown, message = 'socket 10.0.0.7:443 \x1b[31m') =>
	Object.assign(new Error(message), { code });
/** `a` again later, `p` likely to pass, `h` of the whole host. */
const kindOf = ({ again, passing, host }: Trouble) =>
	(again ? 'a' : '') + (passing ? 'p' : '') + (host ? 'h' : '');

test.each([
	['ENOTFOUND', 'ah', 'there is no such host'],
	['EAI_AGAIN', 'aph', "the host's name cannot be looked up now"],
	['ECONNREFUSED', 'aph', 'the host takes no connections'],
	['EHOSTUNREACH', 'ah', 'the host cannot be reached'],
	['ENETDOWN', 'ah', 'the host cannot be reached'],
	['ETIMEDOUT', 'aph', 'the host does not answer'],
	['UND_ERR_CONNECT_TIMEOUT', 'aph', 'the host does not answer'],
	['ECONNRESET', 'ap', 'the connection broke off'],
	['EPIPE', 'ap', 'the connection broke off'],
	['UND_ERR_SOCKET', 'ap', 'the connection broke off'],
	['CERT_HAS_EXPIRED', 'ah', "the host's certificate has expired"],
	['CERT_NOT_YET_VALID', 'ah', "the host's certificate is not valid yet"],
	['ERR_TLS_CERT_ALTNAME_INVALID', 'ah', 'the certificate is of another host'],
	['DEPTH_ZERO_SELF_SIGNED_CERT', 'ah', 'the certificate is signed by nobody known here'],
	['SELF_SIGNED_CERT_IN_CHAIN', 'ah', 'the certificate is signed by nobody known here'],
	['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'ah', 'the certificate is signed by nobody known here'],
	['EPROTO', 'ah', 'no secure connection can be made'],
	['ERR_SSL_WRONG_VERSION_NUMBER', 'ah', 'no secure connection can be made'],
	['HPE_INVALID_CONSTANT', 'a', 'the answer is no HTTP'],
	['Z_DATA_ERROR', 'a', 'the answer is packed wrongly'],
	['ERR__ERROR_FORMAT_PADDING_1', 'a', 'the answer is packed wrongly'],
	['Z_BUF_ERROR', 'ap', 'the answer was cut short'],
	['EWHATEVER', 'a', 'it cannot be fetched (EWHATEVER)'],
	['\x1b]0;a\x07', 'a', 'it cannot be fetched'],
	[undefined, 'a', 'it cannot be fetched'],
	[-104, 'a', 'it cannot be fetched'],
])('%s is %s: %s', (code, kind, words) => {
	for (const error of [coded(code), new TypeError('a', { cause: coded(code) })]) {
		const found = troubleOf(error);
		if (error.cause === undefined || !words.startsWith('it cannot')) {
			expect([kindOf(found), found.message.split(':')[0]]).toEqual([kind, words]);
			// What to do about it.
			expect(found.message).toMatch(/: ./);
		}
		expect(found.message).not.toMatch(/10\.0\.0\.7|[\0-\x1f]/);
	}
});

test('of several addresses the first one tells, and nothing runs in a circle', () => {
	const all = new AggregateError([coded('ECONNREFUSED'), coded('ENETUNREACH')]);
	expect(troubleOf(all).message).toMatch(/^the host takes no connections/);
	const self = new Error('a');
	self.cause = self;
	for (const odd of [self, new AggregateError([]), null, undefined, 'text', 5, {}, { code: 'ECONNRESET' }])
		expect(kindOf(troubleOf(odd))).toBe('a');
	expect(troubleOf(new Error('a', { cause: new Stopped(STOPPED) }))).toBe(STOPPED);
});

test.each([
	[400, '', 'the host refuses the request'],
	[401, '', 'a user name and a password are asked for'],
	[403, '', 'the host refuses'],
	[404, '', 'there is nothing at this address'],
	[408, 'ap', 'the host gave up waiting'],
	[418, '', 'the host refuses the request'],
	[429, 'aph', 'the host is asked too often'],
	[500, 'ap', 'the host is in trouble'],
	[501, '', 'the host cannot do what is asked'],
	[503, 'ap', 'the host is overloaded or under repair'],
	[522, 'ap', 'the host behind the front cannot be reached'],
	[507, 'a', 'the host is in trouble'],
	[202, 'a', 'the host wants to see a browser first'],
	[206, 'a', 'the answer is not the whole page'],
	[304, '', 'the host redirects to nowhere'],
	[999, 'a', 'the answer makes no sense'],
])('HTTP %s is %s: %s', (status, kind, words) => {
	const found = troubleOfStatus(status, 5);
	expect([kindOf(found), found.message.split(':')[0], found.retryAfter]).toEqual([kind, words, 5]);
	expect(found.message).toMatch(new RegExp(`: .*\\(HTTP ${status}\\)$`));
});
