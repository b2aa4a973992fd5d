/** Which addresses may be asked: a table of cases, and the same answer as Node's own lists give. */
import { BlockList, isIP } from 'node:net';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytesOf, isPrivateHost, isPublic } from '../../source/network/addresses.ts';

const PUBLIC = `
1.1.1.1  8.8.8.8  9.255.255.255  11.0.0.0  100.63.255.255  100.128.0.0  126.255.255.255  128.0.0.1
168.63.129.15  169.253.255.255  169.255.0.0  172.15.255.255  172.32.0.0  192.0.1.0  192.0.3.0  192.167.255.255
192.169.0.0  198.17.255.255  198.20.0.0  198.51.99.255  203.0.114.0  223.255.255.255
2000::1  2001:200::1  2001:4860:4860::8888  2003::1  2606:4700:4700::1111  2a00:1450:4001:82a::200e
3ffe:ffff::  3fff:1000::1  3fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff  64:ff9b::8.8.8.8  64:ff9b::808:808
`;

const CLOSED = `
0.0.0.0  0.1.2.3  10.0.0.1  10.255.255.255  100.64.0.1  100.127.255.255  100.100.100.200  127.0.0.1  127.255.255.255
168.63.129.16  169.254.0.1  169.254.169.254  172.16.0.1  172.31.255.255  192.0.0.192  192.0.2.1  192.88.99.1
192.168.0.1  192.168.255.255  198.18.0.1  198.19.255.255  198.51.100.7  203.0.113.9  224.0.0.1  239.255.255.255
240.0.0.1  255.255.255.255
::  ::1  ::127.0.0.1  ::8.8.8.8  ::ffff:8.8.8.8  ::ffff:127.0.0.1  ::ffff:7f00:1  ::ffff:0:127.0.0.1
64:ff9b::127.0.0.1  64:ff9b::7f00:1  64:ff9b::a00:1  64:ff9b::169.254.169.254  64:ff9b:1::8.8.8.8  64:ff9b:0:1::808:808
100::1  2001::1  2001:0:53aa:64c::1  2001:2::1  2001:10::1  2001:1ff:ffff::1  2001:db8::1  2001:DB8:ffff::1
2002:7f00:1::1  2002:808:808::1  3fff::1  3fff:fff::1  4000::1  5f00::1  8000::1  fc00::1  fd00:ec2::254  fdff::1
fe80::1  fe80::1%eth0  febf::1  fec0::1  ff02::1  ffff::
`;

const NONE = [
	'',
	' ',
	'1',
	'1.2.3',
	'1.2.3.4.5',
	'256.1.1.1',
	'1.2.3.4 ',
	'0x7f.0.0.1',
	'8.8.8.8:80',
	'example.org',
];
const NONE6 = [
	':',
	':::',
	'1:2:3',
	'1::2::3',
	'12345::',
	'g::1',
	'::1.2.3',
	'1:2:3:4:5:6:7:8:9',
	'2000::1%1',
];
const LONG6 = ['2000:1:2:3:4:5:6:7::', '::1.2.3.4:5', '2000::1/64', `2000::${':1'.repeat(50)}`];

const words = (text: string) => text.trim().split(/\s+/);

describe('addresses', () => {
	test.each(words(PUBLIC))('%s is public', (address) => expect(isPublic(address)).toBe(true));
	test.each(words(CLOSED))('%s is not', (address) => expect(isPublic(address)).toBe(false));
	test.each([...NONE, ...NONE6, ...LONG6])('"%s" is no address', (text) => {
		expect(bytesOf(text)).toBeNull();
		expect(isPublic(text)).toBe(false);
	});
});

/** The same registries, kept by somebody else's code. */
function listed(rows: string, family: 'ipv4' | 'ipv6'): BlockList {
	const list = new BlockList();
	for (const row of words(rows)) {
		const [address, bits] = row.split('/') as [string, string];
		list.addSubnet(address, Number(bits), family);
	}
	return list;
}

const CLOSED_4 = listed(
	`0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 168.63.129.16/32 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24
	192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/3`,
	'ipv4',
);
const CLOSED_6 = listed('::/3 2001::/23 2001:db8::/32 2002::/16 3fff::/20 4000::/2 8000::/1', 'ipv6');

const byte = fc.nat(255);
const group = fc.oneof(
	fc.nat(0xffff),
	fc.constantFrom(0, 0x2000, 0x2001, 0x2002, 0x3fff, 0xdb8, 0xfe80, 0xff9b, 0x64),
);
const six = fc.array(group, { minLength: 8, maxLength: 8 });

describe('laws', () => {
	test('IPv4 is judged as Node judges it, bare and translated', () => {
		fc.assert(
			fc.property(fc.tuple(byte, byte, byte, byte), (bytes) => {
				const address = bytes.join('.');
				expect(isPublic(address)).toBe(!CLOSED_4.check(address, 'ipv4'));
				expect(isPublic(`64:ff9b::${address}`)).toBe(isPublic(address));
				expect(isPublic(`::ffff:${address}`)).toBe(false);
			}),
		);
	});

	test('IPv6 is judged as Node judges it, however it is written', () => {
		fc.assert(
			fc.property(six, (parts) => {
				const long = parts.map((part) => part.toString(16)).join(':');
				const short = new URL(`http://[${long}]/`).hostname.slice(1, -1);
				expect(bytesOf(short)).toEqual(bytesOf(long));
				if (!long.startsWith('64:ff9b:0:0:0:0:')) expect(isPublic(long)).toBe(!CLOSED_6.check(long, 'ipv6'));
			}),
		);
	});

	test('what is no address to Node is none here', () => {
		fc.assert(
			fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\da-f:.]{0,40}$/)), (text) => {
				if (isIP(text) === 0) expect(isPublic(text)).toBe(false);
			}),
		);
	});
});

/** As a reader may write them; a URL makes plain addresses of all of these. */
test.each([
	['http://2130706433/', true],
	['http://0x7f.1/', true],
	['http://0177.0.0.1/', true],
	['http://127.1/', true],
	['http://127.0.0.1./', true],
	['http://①②⑦.⓪.⓪.①/', true],
	['http://[::1]/', true],
	['http://[0:0:0:0:0:ffff:10.0.0.1]/', true],
	['http://localhost/', true],
	['http://LOCALHOST./', true],
	['http://news.localhost:8080/', true],
	['http://8.8.8.8/', false],
	['http://[2606:4700:4700::1111]/', false],
	['http://notlocalhost/', false],
	['http://localhost.example/', false],
	['http://10.example/', false],
])('%s is of this machine or its network: %s', (url, expected) => {
	expect(isPrivateHost(new URL(url).hostname)).toBe(expected);
});
