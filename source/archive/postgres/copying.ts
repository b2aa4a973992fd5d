/** Lines on their way to a server, as COPY takes them. */

/** The connection below a client. */
interface Wire {
	query(sql: string): void;
	sendCopyFromChunk(chunk: Buffer): void;
	endCopyFrom(): void;
	sendCopyFail(message: string): void;
	readonly stream: {
		readonly writableNeedDrain: boolean;
		on(event: 'drain' | 'close', hear: () => void): unknown;
		off(event: 'drain' | 'close', hear: () => void): unknown;
	};
}

/** So many characters are sent at once. */
const CHUNK = 1 << 16;
/** So many bytes are made ready while the server is busy with what it was asked before. */
const AHEAD = 1 << 26;

function* chunksOf(lines: Iterable<string>): Generator<Buffer, undefined> {
	let chunk = '';
	for (const line of lines) {
		chunk += line;
		if (chunk.length < CHUNK) continue;
		yield Buffer.from(chunk);
		chunk = '';
	}
	if (chunk !== '') yield Buffer.from(chunk);
}

/** A COPY as pg lets others put statements of their own on the wire. */
export class Copying {
	readonly done: Promise<void>;
	private resolve!: () => void;
	private reject!: (error: Error) => void;
	private failure: Error | null = null;
	private asked = false;
	private readonly chunks: Generator<Buffer, undefined>;
	private readonly ready: Buffer[] = [];

	constructor(
		private readonly sql: string,
		lines: Iterable<string>,
	) {
		this.chunks = chunksOf(lines);
		this.done = new Promise((resolve, reject) => {
			this.resolve = resolve;
			this.reject = reject;
		});
	}
	/** Until the server asks for it. */
	async makeReady(): Promise<void> {
		try {
			for (let size = 0; !this.asked && !this.failure && size < AHEAD; await turn()) {
				const chunk = this.chunks.next().value;
				if (!chunk) return;
				this.ready.push(chunk);
				size += chunk.length;
			}
		} catch (error) {
			this.failure = asError(error);
		}
	}
	submit(wire: Wire): void {
		wire.query(this.sql);
	}
	async handleCopyInResponse(wire: Wire): Promise<void> {
		this.asked = true;
		try {
			while (!this.failure) {
				const chunk = this.ready.shift() ?? this.chunks.next().value;
				if (!chunk) return wire.endCopyFrom();
				wire.sendCopyFromChunk(chunk);
				if (wire.stream.writableNeedDrain) await drained(wire.stream);
			}
		} catch (error) {
			this.failure = asError(error);
		}
		wire.sendCopyFail('broken off');
	}
	handleError(error: Error): void {
		this.failure ??= error;
		this.reject(this.failure);
	}
	handleReadyForQuery(): void {
		if (this.failure) this.reject(this.failure);
		else this.resolve();
	}
	handleCommandComplete(): void {}
	handleRowDescription(): void {}
	handleDataRow(): void {}
	handleEmptyQuery(): void {}
	handlePortalSuspended(): void {}
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

/** When what has come in has been heard. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** When more may be written, or never again. */
function drained(stream: Wire['stream']): Promise<void> {
	return new Promise((resolve) => {
		const done = () => {
			stream.off('drain', done);
			stream.off('close', done);
			resolve();
		};
		stream.on('drain', done);
		stream.on('close', done);
	});
}
