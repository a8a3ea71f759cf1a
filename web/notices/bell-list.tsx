// What the bell's panel lists, fetched when it is opened first.
import type { Notice } from '../../contract/notices.ts';
import { NoticeList, Nothing } from './notice-list.tsx';

export default function BellList({ notices, onGo }: { notices: readonly Notice[]; onGo: () => void }) {
  return notices.length === 0 ? <Nothing /> : <NoticeList notices={notices} onGo={onGo} />;
}
