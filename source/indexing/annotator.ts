/** A thread that reads articles, some at a time. */
import { parentPort } from 'node:worker_threads';
import type { RawArticle } from '../types.ts';
import { annotated } from './annotating.ts';

parentPort!.on('message', (raws: readonly RawArticle[]) => parentPort!.postMessage(raws.map(annotated)));
