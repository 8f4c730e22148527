import { useLocation } from 'wouter';
import { NotFound } from '../../shell/NotFound.tsx';
import '../data/data.css';
import '../organisations/organisations.css';
import { CustodyPage } from './CustodyPage.tsx';
import { ListPage } from './ListPage.tsx';
import { RollListPage } from './RollListPage.tsx';
import { StudentPage } from './StudentPage.tsx';
import './students.css';

/** 学籍: `/students` lists, `/students/of/2022…` is one student, `/students/advance`, `/students/step-up`, `/students/leave`, `/students/custody`. */
export function StudentsScreen() {
  const [path] = useLocation();
  const [, , part = '', id = '', ...rest] = path.split('/');
  if (rest.length > 0) return <NotFound />;
  if (part === 'of' && id !== '') return <StudentPage key={id} student_id={decodeURIComponent(id)} />;
  if (id !== '') return <NotFound />;
  switch (part) {
    case '': return <RollListPage />;
    case 'advance': return <ListPage key="advance" kind="advance" />;
    case 'step-up': return <ListPage key="step_up" kind="step_up" />;
    case 'leave': return <ListPage key="leave" kind="leave" />;
    case 'custody': return <CustodyPage />;
    default: return <NotFound />;
  }
}
