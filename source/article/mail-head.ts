/** The head of a message that was saved as text: "From: …", "Subject: …", also of one passed on inside another. */
import type { Span, SpanText } from '../types.ts';

export interface MailHead extends Span {
	readonly title: SpanText;
	readonly from: string | null;
	readonly date: SpanText | null;
}

const FIELD =
	/[ \t>]{0,8}\*{0,2}(from|to|cc|bcc|reply-to|subject|date|sent|importance|attachments?|received|return-path|delivered-to|sender|message-id|in-reply-to|references|mime-version|content-[a-z-]{2,30}|list-[a-z-]{2,30}|x-[a-z\d-]{2,40})\*{0,2}[ \t]{0,4}:\*{0,2}[ \t]{0,8}([^\r\n]{0,1000})(?:\r\n|\r|\n|$)/iy;
/** A field goes on in the next line when that is indented. */
const FOLDED = /[ \t]{1,8}(?=\S)[^\r\n]{0,1000}(?:\r\n|\r|\n|$)/y;
const MOST_FIELDS = 200;
const LONGEST = 1000;
/** What stands above the head of a message that was passed on: a few words of who did. */
const PASSED_ON =
	/^(?:[^\r\n]{0,200}(?:\r\n|\r|\n)){0,4}?[ \t>]{0,8}(?:-{2,20} ?(?:forwarded message|original message) ?-{2,20}|begin forwarded message:)[ \t]{0,8}(?:\r\n|\r|\n)\s{0,8}/i;
const ANSWERED = /^(?:(?:re|fwd?|fw) ?: ?){1,8}/i;

/** Null where the text does not open with one. Of a message in a message the inner one is the article. */
export function readMailHead(text: string): MailHead | null {
	const start = Math.max(0, text.search(/\S/));
	const outer = headAt(text, start);
	return headAt(text, outer?.end ?? start, true) ?? outer;
}

function headAt(text: string, from: number, passedOn = false): MailHead | null {
	let at = from + /^\s{0,20}/.exec(text.slice(from, from + 20))![0].length;
	if (passedOn) {
		const led = PASSED_ON.exec(text.slice(at, at + 2000));
		if (!led) return null;
		at += led[0].length;
	}
	const fields = new Map<string, SpanText>();
	let end = at;
	for (let count = 0; count < MOST_FIELDS; count++) {
		FIELD.lastIndex = at;
		const match = FIELD.exec(text);
		if (!match) break;
		const [whole, name = '', raw = ''] = match;
		let value = raw.trimEnd();
		const start = at + whole.lastIndexOf(raw);
		at += whole.length;
		end = start + value.length;
		FOLDED.lastIndex = at;
		for (let more = FOLDED.exec(text); more; FOLDED.lastIndex = at, more = FOLDED.exec(text)) {
			at += more[0].length;
			end = at - (more[0].length - more[0].trimEnd().length);
			if (value.length < LONGEST) value += ` ${more[0].trim()}`;
		}
		const key = name.toLowerCase();
		if (!fields.has(key)) fields.set(key, { start, end, text: value });
	}
	const subject = fields.get('subject');
	const sender = fields.get('from');
	const date = fields.get('date') ?? fields.get('sent') ?? null;
	if (!subject || subject.text === '' || !(sender ?? date ?? fields.get('to'))) return null;
	const answered = ANSWERED.exec(subject.text)?.[0].length ?? 0;
	const title = { start: subject.start + answered, end: subject.end, text: subject.text.slice(answered) };
	return { start: Math.max(0, text.search(/\S/)), end, title, from: nameIn(sender?.text ?? ''), date };
}

/** "Karsk Courier <news@karsk.example>": the name, and without one the address. */
function nameIn(sender: string): string | null {
	const address = /[<([]?([^\s<>()[\]]{1,200}@[^\s<>()[\]]{1,200})[>)\]]?/.exec(sender);
	const name = (address ? sender.slice(0, address.index) : sender).replace(/^["'\s]+|["'\s]+$/g, '');
	return name || (address?.[1] ?? null);
}
