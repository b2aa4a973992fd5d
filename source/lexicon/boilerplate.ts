/**
 * Lines that stand around an article and are not part of it, by what they look like: credits, appeals, pointers.
 * Collected for this project from the habits of news sites at large; no site's own text. MIT like the rest.
 */
import type { RemovedReason } from '../types.ts';
import type { Ending } from './labels.ts';

export interface LineRule {
	readonly name: string;
	/** Tried on one trimmed line of at most 400 characters; anchored and bounded. */
	readonly what: RegExp;
	readonly reason: RemovedReason;
	readonly ends?: Ending;
}

const AGENCY =
	'AP|AFP|AAP|ANSA|ANI|Associated Press|Bloomberg|CNN|DPA|EFE|EPA|EPA-EFE|Handout|IANS|Keystone|NASA|PA|PA Media|PA Wire|PTI|Pool|Reuters|Sputnik|TASS|UPI|Xinhua|' +
	'Courtesy|Supplied|Screenshot';
const PICTURES =
	'Getty|Getty Images|Shutterstock|iStock|iStockphoto|NurPhoto|Rex|Ritzau|SIPA|SIPA USA|ZUMA|ZUMA Press|ZUMAPRESS\\.com|Alamy|Alamy Stock Photo|Unsplash|Pexels|Pixabay|Flickr|' +
	'Wikimedia Commons|Imago|Abaca|Corbis|Redux|Splash News|AP Photo|AFP Photo|EPA Photo|Adobe Stock|Depositphotos';

/** In order; the first match tells the reason. */
export const LINE_RULES: readonly LineRule[] = [
	{
		name: 'in this photo',
		what: /^(?:in )?(?:this|these|a) (?:.{0,60} )?(?:file (?:photo|image|picture)|(?:undated|handout|aerial|combination|combo|satellite|screen ?grab|video) (?:photo|image|picture|photograph|grab))s?\b.{0,300}$/i,
		reason: 'caption',
	},
	{
		name: 'reading time',
		what: /^(?:(?:estimated )?(?:reading|read) time:? ?)?\d{1,3}(?:[- ]|\s)?min(?:ute)?s?(?:[- ](?:to )?read|[- ]reading)?\.?$/i,
		reason: 'navigation',
	},
	{
		name: 'photo credit',
		what: /^[([]?(?:photos?|images?|pictures?|file photos?|photographs?|(?:photo|image|picture|video) (?:credits?|source|courtesy)|credits?|illustration|graphic|file|screenshot|screengrab)(?: by| courtesy(?: of)?| from)? ?[:|©/].{0,300}$/i,
		reason: 'caption',
	},
	{
		name: 'photo by',
		what: /^[([]?(?:photo|image|picture|illustration|video|graphic)s? (?:by|courtesy of|via|from) \p{Lu}.{0,120}$/u,
		reason: 'caption',
	},
	{
		name: 'alternative text',
		what: new RegExp(`^(?:${PICTURES})[ :]\\p{Lu}.{10,300}[^.!?"”]$`, 'u'),
		reason: 'caption',
	},
	{ name: 'file photo', what: /^FILE(?: PHOTO)?(?: ?[:\-–—]| ).{0,390}$/, reason: 'caption' },
	// "(Reuters)" alone may close a report; with a photographer, or from a house that sells pictures, it is a credit.
	{
		name: 'photographer and agency in brackets',
		what: new RegExp(
			`[([](?:[^()[\\]]{2,80}(?:[/,|] ?|via |by |: ?|© ?)(?:${AGENCY}|${PICTURES})|(?:${AGENCY}) (?:Photos?|Images|File|Video))(?: (?:Photos?|Images|File))?(?:[/,|] ?[^()[\\]]{0,80}| via [^()[\\]]{0,60})?[)\\]]\\.?$`,
			'i',
		),
		reason: 'caption',
	},
	{
		name: 'picture house in brackets',
		what: new RegExp(
			`[([](?:${PICTURES})(?: (?:Photos?|Images))?(?:[/,|] ?[^()[\\]]{0,80})?[)\\]]\\.?$`,
			'i',
		),
		reason: 'caption',
	},
	{
		name: 'credit in brackets',
		what: /[([](?:image|photo|picture|file|video|illustration)s?(?: credits?| by)?:? [^()[\]]{2,80}[)\]]\.?$/i,
		reason: 'caption',
	},
	{
		name: 'credit at the end',
		what: /(?:[.!?)"”’]| [|—–-]) ?(?:(?:photo|image|picture)? ?credits?|photograph|photos?|image|picture)(?:\.\.\.|:| by) ?[^.!?]{2,80}\.?$/i,
		reason: 'caption',
	},
	{
		name: 'agency at the end',
		what: /\bREUTERS\s?\/\s?[\p{L} .'’-]{2,60}$/u,
		reason: 'caption',
	},
	{
		name: 'left and right',
		what: /\((?:L|left|2nd L|C)\)[^()\n]{0,200}\((?:R|right|2nd R|C)\)/i,
		reason: 'caption',
	},
	{
		name: 'copyright',
		what: /^(?:©|\(c\) ?\d|copyright\b|all rights reserved\b|all (?:contents?|materials?) (?:©|copyright)).{0,300}$/i,
		reason: 'other',
		ends: 'article',
	},
	{
		name: 'report credit',
		what: /^\(?(?:(?:additional )?report(?:ing|ed)|writing|editing|compiled|produced|edited|researched) by:? .{2,300}$/i,
		reason: 'byline',
	},
	{
		name: 'contributed',
		what: /^.{2,250} contributed (?:to this (?:report|story|article)|reporting)\b.{0,60}$/i,
		reason: 'byline',
	},
	{
		name: 'reported from',
		what: /^(?:\p{Lu}[\p{L}.'’-]+ ){1,4}(?:and (?:\p{Lu}[\p{L}.'’-]+ ){1,4})?(?:reported|reports) (?:this (?:story|article) )?from \p{Lu}[^.!?"“”]{2,120}\.$/u,
		reason: 'byline',
	},
	{
		name: 'contact the author',
		what: /^.{0,120}\b(?:can be reached|may be reached|can be contacted) (?:at|on|via|by)\b.{0,200}$/i,
		reason: 'byline',
	},
	{
		name: 'follow the author',
		what: /^follow (?:\S{1,30} ){0,6}(?:on|at) (?:\S{1,12} ?(?:\([^)]{0,20}\) ?)?[,&]? ?){0,3}\b(?:twitter|facebook|instagram|x|linkedin|threads|bluesky|youtube|telegram|tiktok)\b.{0,100}$/i,
		reason: 'navigation',
	},
	{
		name: 'first published',
		what: /^(?:this (?:article|story|post) (?:was|has been|originally|first|is)\b|(?:originally|first) (?:published|appeared)\b).{0,300}$/i,
		reason: 'other',
	},
	{
		name: 'advertisement',
		what: /^advertisement\b.{0,10}\b(?:scroll|continue|skip|story)\b.{0,40}$/i,
		reason: 'navigation',
	},
	{
		name: 'share this story',
		what: /^you can share this (?:story|article|post)\b.{0,60}$/i,
		reason: 'navigation',
	},
	{
		name: 'from a feed',
		what: /^\(?(?:except for the headline, |this (?:story|article|report) (?:has not been edited|is (?:auto-?generated|published) from)\b).{0,200}\bfeed\b.{0,40}$/i,
		reason: 'other',
	},
	{
		name: 'listen',
		what: /^(?:(?:new ?)?you can now listen to\b.{0,100}|listen to (?:this|the) (?:article|story|episode|report)\b.{0,60})$/i,
		reason: 'navigation',
	},
	{
		name: 'why you got this mail',
		what: /^(?:you(?:'re| are|['’]ve| have)? (?:receiv(?:ed|ing)|got|getting|subscribed)\b.{0,60}\b(?:e-?mail|newsletter|because)\b.{0,200}|was this e-?mail forwarded\b.{0,120}|(?:to )?unsubscribe\b.{0,160}|(?:forwarded|sent) this (?:e-?mail|newsletter)\b.{0,120})$/i,
		reason: 'navigation',
		ends: 'article',
	},
	{
		name: 'appeal at the end',
		what: /^.{0,250}\b(?:newsletters?|briefing|e-?mails?|inbox|podcast)\b.{0,200}\b(?:sign up|subscribe|register)(?: here| now| today)?\.?$/i,
		reason: 'navigation',
	},
	{
		name: 'newsletter notice',
		what: /^(?:privacy notice: |our (?:morning|evening|daily|weekly) (?:e-?mail|newsletter|briefing)\b|newsletters may contain\b).{10,390}$/i,
		reason: 'navigation',
	},
	{
		name: 'day without a year',
		what: /^(?:(?:published|posted|updated)(?: on)?:? )?(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? ?)?(?:\d{1,2}(?:st|nd|rd|th)? (?:jan|febr?|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?|(?:jan|febr?|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.? \d{1,2}(?:st|nd|rd|th)?)(?:,? (?:at )?\d{1,2}[.:]\d\d(?: ?[ap]\.?m\.?)?)?$/i,
		reason: 'dateline',
	},
	{
		name: 'clock alone',
		what: /^(?:(?:last )?updated (?:at )?)?\d{1,2}[.:]\d\d(?: ?[ap]\.?m\.?)?(?: (?:GMT|BST|UTC|CES?T|EES?T|IST|[ECMP][SD]?T|local time))?$/i,
		reason: 'dateline',
	},
	{
		name: 'newsletter',
		what: /^(?:sign up|subscribe|register|join|enter your email|get (?:the|our|updates|breaking))\b.{0,80}\b(?:newsletters?|inbox|e-?mails?|alerts?|updates|subscribers?|podcasts?|today|free|channel|app)\b.{0,150}$/i,
		reason: 'navigation',
	},
	{
		name: 'appeal',
		what: /^(?:click|tap|swipe) (?:here|below|to (?:read|view|see|watch|subscribe|join|enlarge|expand|play))\b.{0,200}$/i,
		reason: 'navigation',
	},
	{
		name: 'download the app',
		what: /^(?:download|get|install) (?:the|our) .{0,40}\bapp\b.{0,120}$/i,
		reason: 'navigation',
	},
	{
		name: 'share on',
		what: /^(?:share|tweet|pin|email|print)(?: (?:this|on|via|to|with|by)\b.{0,60})?$/i,
		reason: 'navigation',
	},
	{
		name: 'count of comments',
		what: /^(?:(?:view |show |see |read |add )?(?:all )?\(?\d{1,6}\)? (?:comments?|replies|shares?|likes|views?|thoughts on .{1,200}|responses?(?: to .{1,200})?)|comments? \(\d{1,6}\)|(?:no|leave a|post a|add a|write a) comments?|leave a reply.{0,60}|comments? (?:are )?closed)[ .:…]{0,3}$/i,
		reason: 'navigation',
		ends: 'article',
	},
	{
		name: 'pointer',
		what: /^(?:read more|read also|also read|read next|read|see also|see more|related(?: (?:story|stories|article|articles|link|news|coverage|video))?|more|watch|watch now|listen|don['’]t miss|must read|recommended|now read|up next|more on this(?: story)?|explore more|keep reading|you may like|update)(?: ?[:|»›>] ?|\s[–—-]\s).{2,300}$/i,
		reason: 'teaser',
	},
	{
		name: 'pointer in capitals',
		what: /^(?:READ|MORE|RELATED|WATCH|LISTEN|SEE ALSO|ALSO READ|READ ALSO|READ MORE|DON['’]T MISS|ALSO)\b[ :].{2,300}$/,
		reason: 'teaser',
	},
	{
		name: 'tags',
		what: /^(?:tags?|topics?|filed under|categor(?:y|ies)|labels|keywords|posted in|tagged(?: (?:with|as))?|more (?:on|in|about|from)|related (?:to|tags|topics)|sections?|subjects?) ?[:|].{0,300}$/i,
		reason: 'navigation',
		ends: 'article',
	},
	{
		name: 'more from',
		what: /^more (?:from|in|on|by|about|stories (?:from|by|on)|news (?:from|on)) .{2,60}$/i,
		reason: 'navigation',
		ends: 'body',
	},
	{
		name: 'about the author',
		what: /^about (?:the )?(?:author|authors|writer|our)\b.{0,40}$/i,
		reason: 'navigation',
		ends: 'article',
	},
	{
		name: 'comment form',
		what: /^(?:save my name|your email address will not|required fields|notify me of|you must be logged|please (?:log|sign) in|log in to|comment \*|name \*|email \*|be the first to comment|write a comment|loading(?=[.…]|$)|this site uses akismet).{0,250}$/i,
		reason: 'navigation',
		ends: 'article',
	},
	{
		name: 'cookies',
		what: /^(?:we|this (?:site|website|page)|by (?:continuing|using|clicking|signing|subscribing|submitting|registering|entering)|our|please|see our|read our|i agree|subject to|terms|privacy|protected by)\b.{0,150}\b(?:cookies|cookie policy|privacy (?:policy|notice|statement)|terms of (?:use|service)|terms (?:and|&) conditions)\b.{0,200}$/i,
		reason: 'navigation',
	},
	{
		name: 'updated',
		what: /^(?:last )?(?:updated|modified|published|posted) (?:\d{1,2}|an?|one|two|few) (?:seconds?|minutes?|hours?|days?|weeks?|months?|years?) ago$/i,
		reason: 'dateline',
	},
	{
		name: 'time ago',
		what: /^(?:\d{1,3}|an?) ?(?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|[smhdwy]) ago$/i,
		reason: 'dateline',
	},
	{
		name: 'number of a picture',
		what: /^(?:image|photo|slide|picture|gallery)? ?\d{1,3} ?(?:of|\/) ?\/? ?\d{1,3}$/i,
		reason: 'caption',
	},
	{
		name: 'label before a caption',
		what: /^(?:image|media|photo|picture) ?(?:caption|copyright|source)\b.{0,390}$/i,
		reason: 'caption',
	},
	{
		name: 'source of a chart',
		what: /^(?:data )?sources? ?: ?\p{Lu}[^.!?]{1,80}$/iu,
		reason: 'caption',
	},
	{
		name: 'drawing',
		what: /^(?:an?|this|the) (?:artist|illustrator)['’]?s? (?:concept|illustration|impression|rendering|rendition|depiction|view)\b.{0,300}$/i,
		reason: 'caption',
	},
	{
		name: 'agency after a name',
		what: new RegExp(
			`^.{2,300}(?: ?/ ?| via )(?:${AGENCY}|${PICTURES})(?: (?:file|pool|images|photo))?$`,
			'i',
		),
		reason: 'caption',
	},
	{
		name: 'mark in brackets',
		what: /^.{10,200} \[(?:INSIGHT|VIDEO|NEWS|PICTURES?|PHOTOS?|PICS|ANALYSIS|OPINION|REACTION|WARNING|COMMENT|REVEALED|EXCLUSIVE|LIVE|POLL|INTERVIEW|REPORT|REPORTS|WATCH|GALLERY|MAPS?|LATEST|UPDATE|EXPLAINED|EXPLAINER|DATA|REVIEW|PROFILE|SPOTLIGHT|FORECAST)\]\|?$/,
		reason: 'teaser',
	},
	{
		name: 'on another page',
		what: /^(?:also |more )?on [a-z\d-]{3,30}\.(?:com|org|net|co\.uk|tv|info)\b.{0,250}$/i,
		reason: 'teaser',
	},
	{
		name: 'citation',
		what: /^(?:citation: .{10,380}|this (?:document|article|content|material) (?:is subject to copyright|may not be).{0,380})$/i,
		reason: 'other',
		ends: 'article',
	},
	{
		name: 'appeal to readers',
		what: /^(?:like (?:this|what you)|did you (?:like|enjoy)|enjoy(?:ed|ing)? this|let our news|thanks for (?:signing|subscribing|watching|reading)|please check the|i agree (?:that|to)|keep an eye on your inbox|tell us what you think|have (?:you )?(?:a|got a|any) (?:story|tip|news)|want (?:more|to know more)|support (?:our|independent|quality)|become a (?:member|subscriber|supporter))\b.{0,200}$/i,
		reason: 'navigation',
	},
	{
		name: 'appeal to subscribe',
		what: /^(?:Subscribe|Sign up) (?:to|for) \p{Lu}.{2,160}$/u,
		reason: 'navigation',
	},
	{ name: 'path of a page', what: /^(?:[^.<>‹›«»|]{1,60}[>›»]){2,8}[^<>‹«]{0,120}$/, reason: 'navigation' },
	{
		name: 'commission',
		what: /^.{0,160}\b(?:affiliate links?|earn (?:us )?a (?:small )?commission|a commission (?:if|when|from|at no))\b.{0,200}$/i,
		reason: 'other',
	},
	{ name: 'picture in Markdown', what: /^!\[.{0,200}\]\(.{0,190}\)$/, reason: 'caption' },
	{
		name: 'note',
		what: /^(?:about the (?:author|writer)s?:|disclaimer\b|\(?(?:note: )?the (?:views|opinions) (?:and \w+ )?expressed\b|views expressed\b|this (?:article|column|story) does not (?:necessarily )?re(?:flect|present)|as you comment\b|please be respectful\b|we welcome your comments\b).{0,390}$/i,
		reason: 'other',
		ends: 'article',
	},
	{
		name: 'earlier version',
		what: /^(?:an? )?(?:earlier|previous|original) versions? of (?:this|the) (?:article|story|report|headline|post|caption)\b.{0,390}$/i,
		reason: 'other',
	},
	{
		name: 'in print',
		what: /^a version of this (?:article|story|column)\b.{0,390}$/i,
		reason: 'other',
		ends: 'article',
	},
	{
		name: 'more about the author',
		what: /^(?:\p{Lu}[\p{L}.'’-]+ ){2,4}.{0,250}\bMore about (?:\p{Lu}[\p{L}.'’-]+ ?){2,4}$/u,
		reason: 'byline',
		ends: 'article',
	},
	{
		name: 'note on changes',
		what: /^\W?(?:editor['’]?s?['’]? note|correction|clarification|note|update)s? ?[:,—–-].{0,200}\b(?:updated|corrected|originally|earlier version|previous version|amended|misstated|has been)\b.{0,200}$/i,
		reason: 'other',
	},
	{
		name: 'write to the author',
		what: /^(?:e-?mail|contact|reach|write to|send (?:tips|feedback)) .{2,80}\S@\S.{0,200}$/i,
		reason: 'byline',
		ends: 'article',
	},
	{
		name: 'offer',
		what: /^.{0,140}\b(?:Sign up|Subscribe|Sign-up)\b.{0,80}\b(?:newsletters?|inbox|magazine|channel|podcast|premium|updates|e-?mails?)\b.{0,200}$/,
		reason: 'navigation',
	},
];

/** Short lines of a page that stand near a headline and never are one. */
export const NO_HEADLINES =
	/^(?:(?:published|posted|filed|featured) (?:in|under) |share (?:on|via|this) |back to (?:posts|overview|top|blog|home|all|the (?:top|blog))\b|table of contents\b|(?:jump|skip) to |key takeaways\b|in this (?:article|guide|story|issue|section)\b|min(?:utes?)? read\b|search\b ?:|use tab to |forgot (?:your|my) |request a (?:demo|quote)\b|start for free\b|as an amazon associate\b|find a (?:store|location|doctor)\b|become an? (?:affiliate|member|partner|subscriber)\b)/i;
