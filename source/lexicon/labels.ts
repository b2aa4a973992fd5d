/**
 * Labels that stand around and inside articles on news pages, one short line each. Collected for this project from the
 * habits of news sites at large; no site's own text. MIT like the rest.
 */

const list = (words: string): ReadonlySet<string> => new Set(words.split('|').map((word) => word.trim()));

/** Buttons and menus: never part of an article. Compared in lower case, without outer punctuation. */
export const BUTTONS = list(`
	about|about us|accept|accept all|accept cookies|accessibility|account|ad|add to favorites|adchoices|advertise|advertise with us|advertisement|
	advert|advertising|all rights reserved|app store|archive|archives|ask a question|back|back to gallery|back to overview|back to top|bookmark|buy now|cancel|careers|cart|
	change language|click here|close|close menu|collapse|comment|comments|connect|contact|contact us|continue|continue reading|
	continue reading the main story|cookie policy|cookie settings|cookies|copy link|copy to clipboard|copyright|corrections|customer service|
	dark mode|dislike|donate|donate now|download|download now|e-mail|edition|email|email address|email this|embed|enable notifications|expand|explore further|
	explore|facebook|facebook messenger|faq|feedback|first name|flipboard|follow|follow us|font size|get a demo|get started|get the app|gift article|
	gift this article|give feedback|google news|google play|hide|home|homepage|instagram|jobs|join|join now|jump to content|last name|
	learn more|leave a reply cancel reply|legal|light mode|like|link copied|linkedin|listen|listen to this article|load more|loading|
	loading comments|log in|log in to comment|log out|login|main menu|manage preferences|mastodon|menu|messenger|mobile apps|more|more info|
	more information|my account|navigation|newsletter sign up|next|no thanks|now playing|ok|open menu|partners|password|pause|pin it|
	pinterest|play|play video|please wait|powered by|press|press releases|pricing|print|print this|privacy|privacy notice|privacy policy|
	privacy settings|quick links|quote|read aloud|read more|read the full story|read full story|reddit|register|reject all|report|report ad|reprints|
	republish|resize text|rss|rss feed|save|save article|save this|save this story|search|search for|sections|see all|see more|select page|send|settings|
	share|share article|share link|share on facebook|share on twitter|share on whatsapp|share on x|share this|share this article|share this post|share this story|
	share via email|show all|show less|show menu|show more|sign in|sign me up|sign up|sign up now|site map|sitemap|skip|skip ad|skip advertisement|
	skip to content|skip to main content|skip to site index|sms|snapchat|sponsor|sponsor content|sponsored|sponsored by|sponsored content|
	start free trial|story continues below|story continues below advertisement|submit|subscribe|subscribe now|subscribe today|subscriptions|
	supported by|support us|telegram|terms|terms and conditions|terms & conditions|terms of service|terms of use|text size|threads|tiktok|
	toggle menu|toggle navigation|top|translate|tumblr|tweet|twitter|unmute|view|view all|view comments|view gallery|view more|view photos|volume|watch|
	watch live|watch now|website|welcome back|whatsapp|x|your privacy choices|youtube|your email|zoom in
`);

/** What is set into a body between two of its paragraphs: no sign that the article is over. */
export const INSETS = list(`
	ad|advert|advertisement|advertising|continue reading|continue reading below|continue reading the main story|story continues below|story continues below advertisement|
	story continues after advertisement|article continues below|article continues after ad|skip ad|skip advertisement|skip past newsletter promotion|after newsletter promotion|
	sponsored|sponsored content|image|images|image source|image caption|loading|play|play video|video|watch|share|read more|report ad|close|
	enter your email|enter your email address|your email address|email address|sign up|subscribe|free daily newsletter|free weekly newsletter|privacy notice|
	related article|related story|remove ads|show caption|hide caption|enlarge this image|toggle caption
`);

/** Names of sections, and marks of a story's kind. Beside an article they are labels; inside, a heading at most. */
export const SECTIONS = list(`
	africa|analysis|arts|asia|asia pacific|australia|books|breaking|breaking news|business|business news|canada|china|cities|climate|columnists|
	comment|commentary|companies|crime|culture|economy|editorial|editorials|education|elections|energy|entertainment|environment|europe|events|
	exclusive|explainer|explained|fact check|fashion|featured|features|film|finance|food|football|gallery|health|history|india|in depth|in pictures|
	international|interview|interviews|investigations|justice|latin america|law|letters|life|lifestyle|live|live updates|local|local news|
	magazine|markets|media|middle east|money|movies|multimedia|music|nation|national|news|obituaries|op-ed|opinion|opinions|people|
	perspective|photo|photos|pictures|podcast|podcasts|politics|press release|property|radio|real estate|region|regional|religion|review|reviews|
	royals|russia|science|society|special report|sport|sports|story|stories|style|tech|technology|television|top story|travel|tv|uk|uk news|ukraine|
	updated|us|us news|u.s|u.s. news|video|weather|world|world news
`);

/** What a label or line ends: the body, other stories following, or the article, with readers and notes following. */
export type Ending = 'body' | 'article';

/** Labels below an article: what follows is about it or its author, or comes from its readers. */
export const CLOSERS = list(`
	about the author|about the authors|about the writer|about the reviewer|about the contributor|about the contributors|add a comment|article sources|article tags|comments are closed|
	contributors|discussion about this post|footnotes|give us your feedback|has opinions|join the conversation|join the discussion|
	leave a comment|leave a reply|leave a reply cancel reply|leave a comment cancel reply|like this|meet the author|our standards|popular in the community|post a comment|post navigation|reader comments|
	related tags|replies|share your story|share your thoughts|share this:|written by the author
`);

/** Labels at which, once the body has been told, other stories begin. */
export const ENDERS = list(`
	related article|related story|related video|about this article|also in the news|also on|also read|also see|around the web|
	author|categories|comments|discussion|don't miss|don’t miss|
	editors picks|editor's picks|editor’s picks|editor's choice|editor’s choice|explore more|explore more on these topics|featured stories|filed under|follow us|follow us on|
	from around the web|from our partners|further reading|get in touch|hot topics|in case you missed it|in this article|
	in this story|keep reading|keywords|latest|latest articles|latest headlines|latest news|latest posts|
	latest stories|latest updates|latest videos|live now|more articles|more coverage|more from|more from this author|
	more headlines|more in this section|more information|more like this|more news|more on this|more on this story|more on this topic|more posts|
	more stories|more to explore|more to read|more top stories|more videos|most commented|most popular|most read|most recent|most shared|
	most viewed|must read|must reads|need to know|news feed|newsfeed|newsletter|newsletters|next article|next post|next story|next up|now read|on our radar|other news|
	other stories|our picks|people also read|photo gallery|popular|popular articles|popular news|popular now|popular posts|popular stories|
	previous article|previous post|previous story|promoted|promoted stories|read also|read next|
	read this next|recent articles|recent comments|recent news|recent posts|recent stories|recommended|recommended articles|
	recommended for you|recommended reading|recommended stories|recommended videos|references|related|related articles|related content|
	related coverage|related items|related links|related news|related posts|related reading|related stories|related topics|related videos|
	see also|similar articles|similar posts|similar stories|sources|stay connected|stay informed|stay in touch|
	stay up to date|suggested articles|suggested reading|tags|the latest|this week's top stories|top headlines|top news|top picks|top stories|top videos|topics|
	trending|trending articles|trending news|trending now|trending stories|trending topics|trending videos|up next|video|videos|watch next|
	we recommend|what to read next|what others are reading|you may also be interested in|you may also like|you may be interested in|you may like|
	you might also be interested in|you might also enjoy|you might also like|you might be interested in|you might like
`);
