/** Short nasty texts from a grammar of fragments, the same for a number on every machine; and how one is made shorter. */
import { random } from '../bench/random.ts';

export const KINDS = ['txt', 'md', 'html', 'eml', 'json', 'jsonl', 'feed', 'bytes', 'stdin'] as const;
export type Kind = (typeof KINDS)[number];

export interface Nasty {
	readonly kind: Kind;
	/** The text is these, one after another. */
	readonly parts: readonly string[];
}

/** What makes news: a text of these alone is nearly one. */
const PROSE = [
	'The harbour of Velmora was closed on Tuesday after a barge struck its northern pier, officials said. ',
	'“No,” said Ilse Quandt, the mayor. ',
	'"We will wait," Quandt told reporters on March 12, "until it is over." ',
	'According to Mr. Tom Kell, 34, at least 12 people were hurt',
	'‘It’s over’, he said',
	'LONDON, March 5, 2025 (Coast Wire) — ',
	'KELL: We know.\n',
	'Q: Did you?\nA: No.\n',
	'Ilse Quandt-Brekkum',
	'the Ministry of Tides',
	'Dr. J. R. van der Oster Jr.',
	'his deputy, Ada Brekkum, said that ',
	'last week',
	'the day before yesterday',
	'between 3 and 5 p.m. on Monday',
	'Photo: Ann Vale / Coast Wire\n',
	'Read more: Barge closes harbour\n',
	'Published 11 Mar. 2025 at 09:10 GMT\n',
	'By Ann Vale and Bo Kell\n',
	'$4.5 million (€4.1m)',
	'1,000 detainees',
	'on condition of anonymity',
	'she added. ',
	'said. ',
	' said ',
	'told ',
	'Who? ',
	'«Non», a dit Mme Ilse. ',
	'„Nein“, sagte sie. ',
	'「いいえ」と彼は言った。',
	'12. März 2025',
	'١٢ مارس ٢٠٢٥',
] as const;

const SIGNS = [
	'“',
	'”',
	'"',
	"'",
	'‘',
	'’',
	'«',
	'»',
	"''",
	'``',
	'(',
	')',
	'[',
	']',
	'[...]',
	'…',
	'...',
	'. ',
	', ',
	': ',
	'; ',
	'—',
	' – ',
	'-',
	'--',
	'/',
	'|',
	'*',
	'_',
	'#',
	'# ',
	'> ',
	'- ',
	'1. ',
	'```\n',
	'---\n',
	'===\n',
	'\n',
	'\n\n',
	'\r',
	'\r\n',
	'\t',
	' ',
	'   ',
	'\u00a0',
	'\u2028',
	'\u2029',
	'\u0085',
	'\u3000',
	'\ufeff',
	'\u200b',
	'\u200d',
	'\u202e',
	'\u2066',
	'\u0301',
	'e\u0301\u0489',
	'İ',
	'ß',
	'ﬁ',
	'ſ',
	'Å',
	'\u{1f468}\u200d\u{1f469}\u200d\u{1f467}',
	'\u{1f1fa}\u{1f1f8}',
	'\ud83d',
	'\udc68',
	'\u0000',
	'\u001b[2J',
	'\u001b]0;owned\u0007',
	'\u009b31m',
	'\u007f',
	'A',
	'a',
	'A.B.',
	'Mr.',
	'0',
	'31.02.2025',
	'2025-13-45',
	'99999-12-31',
	'0000-00-00',
	'24:61',
	'1e999',
	'$&',
	'$1',
	'%s',
	'\\',
	'\\u0000',
	'__proto__',
	'constructor',
	'toString',
	'hasOwnProperty',
	'../../etc/passwd',
	'http://',
	'https://velmora.example/2025/03/11/a?b#c',
	'ann@velmora.example',
	'undefined',
	'null',
	'NaN',
] as const;

const HTML = [
	'<!doctype html>',
	'<html lang="de">',
	'<html lang="x-\u0000">',
	'<head>',
	'</head>',
	'<body>',
	'<title>',
	'</title>',
	'<meta property="og:title" content="',
	'<meta name="date" content="2025-03-11T09:00Z">',
	'<meta charset="utf-16">',
	'<link rel="canonical" href="',
	'">',
	'">',
	'/>',
	'<',
	'</',
	'>',
	'<p>',
	'</p>',
	'<div>',
	'</div>',
	'<div class="article-body comments">',
	'<div hidden style="display:none">',
	'<article>',
	'<h1>',
	'</h1>',
	'<h2>',
	'<time datetime="2025-03-11">',
	'</time>',
	'<ul><li>',
	'<blockquote>',
	'<table><tr><td>',
	'<br><br>',
	'<a href="javascript:alert(1)">',
	'</a>',
	'<script>',
	'<script type="application/ld+json">',
	'{"@type":"NewsArticle","headline":"',
	'"datePublished":"2025-03-11"',
	'"articleBody":"',
	'"}</script>',
	'</script>',
	'<!--',
	'-->',
	'<![CDATA[',
	']]>',
	'<style>',
	'<svg>',
	'<template>',
	'<iframe>',
	'<textarea>',
	'<plaintext>',
	'&',
	'&amp',
	'&#0;',
	'&#xD800;',
	'&#27;',
	'&#x110000;',
	'&NotEqualTilde;',
	'<?xml version="1.0"?>',
	'<b><i></b></i>',
] as const;

const MAIL = [
	'From: Ann Vale <ann@velmora.example>\n',
	'Subject: ',
	'Date: Tue, 11 Mar 2025 09:00:00 +0000\n',
	'=?utf-8?B?',
	'=?iso-8859-1?Q?=E9?=',
	'=?x?q??=',
	'?=',
	'Content-Type: multipart/mixed; boundary="b"\n',
	'Content-Type: multipart/related; boundary=b\n',
	'Content-Type: text/html; charset=utf-7\n',
	'Content-Type: text/plain; charset="',
	'Content-Type: message/rfc822\n',
	'Content-Transfer-Encoding: base64\n',
	'Content-Transfer-Encoding: quoted-printable\n',
	'Content-Disposition: attachment\n',
	'Snapshot-Content-Location: https://velmora.example/a\n',
	'From velmora Tue Mar 11 09:00:00 2025\n',
	'\n--b\n',
	'\n--b--\n',
	'=3D=\n',
	'=ZZ',
	'PGI+',
	' folded\n',
	'\n',
	'\n\n',
	'\r\n',
] as const;

const JSONS = [
	'{',
	'}',
	'[',
	']',
	',',
	':',
	'"',
	'{"text":"',
	'","title":"',
	'","date":"2025-03-11"',
	'"date":1741683600000,',
	'"url":"https://velmora.example/a",',
	'"content_html":"<p>',
	'"articles":[',
	'"source":{"name":"',
	'"authors":[{"name":',
	'"__proto__":{"text":"stolen"},',
	'"paragraphs":[],"sentences":[],"format":"html",',
	'null',
	'true',
	'-0',
	'1e400',
	'\\ud800',
	'\\u0000',
	'"}',
	'"}]',
	'}\n{',
	'\n',
] as const;

const FEED = [
	'<?xml version="1.0" encoding="utf-16"?>',
	'<!DOCTYPE rss [<!ENTITY a "&b;&b;"><!ENTITY b "&a;">]>',
	'<rss version="2.0"><channel>',
	'<rss version="0.91">',
	'<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
	'<feed xmlns="http://www.w3.org/2005/Atom">',
	'<feed version="0.3" xmlns="http://purl.org/atom/ns#">',
	'{"version":"https://jsonfeed.org/version/1.1","title":"',
	'"items":[{"id":1,"content_html":"<p>',
	'<item>',
	'</item>',
	'<item rdf:about="x">',
	'<entry>',
	'</entry>',
	'<title>',
	'</title>',
	'<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">',
	'<description>',
	'</description>',
	'<content:encoded><![CDATA[',
	']]></content:encoded>',
	'<content type="html">',
	'</content>',
	'<summary>',
	'<link>',
	'</link>',
	'<link rel="alternate" href="../../a"/>',
	'<guid isPermaLink="true">',
	'</guid>',
	'<id>',
	'<pubDate>Tue, 11 Mar 2025 25:00:00 EST</pubDate>',
	'<updated>2025-02-31T00:00:00Z</updated>',
	'<author><name>',
	'<dc:creator>',
	'<enclosure url="file:///dev/zero" length="-1"/>',
	'<media:content url="x"><media:title>',
	'</channel></rss>',
	'</feed>',
	'&a;',
	'&lt;p&gt;',
	'&amp;amp;',
	'<![CDATA[',
	']]>',
] as const;

const YAML = [
	'---\n',
	'---js\n',
	'title: ',
	'date: 2025-03-11\n',
	'date: 2025-02-31\n',
	'source: &a [*a]\n',
	'author: !!js/function "x"\n',
	'url: |\n  ',
	'? : ',
	'{',
	'[',
	'"\\e[2J\\0"\n',
	'<<: *a\n',
	'...\n',
	'\t\n',
] as const;

const BYTES = [
	'\xff',
	'\xfe',
	'\xc0\x80',
	'\xed\xa0\x80',
	'\xf4\x90\x80\x80',
	'\x80',
	'\x93No\x94',
	'\0',
	'a\0',
	'\x1f\x8b',
	'\xef\xbb\xbf',
	'\xe9',
] as const;

const GRAMMAR: Readonly<Record<Kind, readonly (readonly string[])[]>> = {
	txt: [PROSE, PROSE, PROSE, SIGNS],
	md: [PROSE, PROSE, SIGNS, YAML],
	html: [PROSE, SIGNS, HTML, HTML],
	eml: [PROSE, SIGNS, MAIL, MAIL, HTML],
	json: [PROSE, SIGNS, JSONS, JSONS],
	jsonl: [PROSE, SIGNS, JSONS, JSONS],
	feed: [PROSE, SIGNS, FEED, FEED, FEED, HTML],
	bytes: [PROSE, SIGNS, BYTES],
	stdin: [PROSE, SIGNS, HTML, MAIL, JSONS, YAML],
};

const MOST = 24;

/** The text of this number in the series of `seed`. */
export function nastyOf(seed: number, number: number): Nasty {
	const next = random((Math.imul(seed, 0x9e3779b1) ^ Math.imul(number, 0x85ebca6b)) | 0);
	const below = (limit: number) => Math.floor(next() * limit);
	const one = <T>(list: readonly T[]): T => list[below(list.length)]!;
	const kind = one(KINDS);
	const parts: string[] = [];
	// Many short ones, some long.
	for (let left = 1 + Math.floor(MOST * next() ** 2); left > 0; left--) {
		const chance = next();
		if (chance < 0.04) parts.push(one(one(GRAMMAR[kind])).repeat(2 + below(20)));
		else if (chance < 0.08) parts.push(String.fromCodePoint(below(0x110000)));
		else if (chance < 0.12) {
			const part = one(one(GRAMMAR[kind]));
			parts.push(part.slice(below(part.length)));
		} else if (chance < 0.15) parts.push(one(one(Object.values(GRAMMAR).flat())));
		else parts.push(one(one(GRAMMAR[kind])));
	}
	return { kind, parts };
}

/** The shortest list of parts, got by leaving some out and cutting others, of which the same can be said. */
export function shrunk(nasty: Nasty, fails: (nasty: Nasty) => boolean): Nasty {
	let { parts } = nasty;
	const isStill = (less: readonly string[]) => fails({ kind: nasty.kind, parts: less });
	for (let size = Math.ceil(parts.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2))
		for (let at = 0; at < parts.length; ) {
			const less = [...parts.slice(0, at), ...parts.slice(at + size)];
			if (isStill(less)) parts = less;
			else at += size;
		}
	for (let at = 0; at < parts.length; at++)
		for (let size = Math.ceil(parts[at]!.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2))
			for (let from = 0; from < parts[at]!.length; ) {
				const part = parts[at]!;
				const less = part.slice(0, from) + part.slice(from + size);
				if (isStill(parts.with(at, less))) parts = parts.with(at, less);
				else from += size;
			}
	return { kind: nasty.kind, parts };
}
