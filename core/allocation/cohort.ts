import { step, type Grades, type StepRates } from '../forecast/step.ts';

/** Heads of one intake in grades 1 to 5, each a year after the one before: rounded as the forecast rounds. */
export function cohortPath(intake: number, rates: StepRates): Grades {
  const path: number[] = [intake];
  let grades: Grades = [intake, 0, 0, 0, 0];
  for (let grade = 1; grade < 5; grade += 1) {
    grades = step(grades, 0, rates).after;
    path.push(grades[grade] ?? 0);
  }
  const [h1 = 0, h2 = 0, h3 = 0, h4 = 0, h5 = 0] = path;
  return [h1, h2, h3, h4, h5];
}

/** How many more there are in each grade when so many more are taken in. */
export function moreOf(intake: number, more: number, rates: StepRates): Grades {
  const [with_, without] = [cohortPath(intake + more, rates), cohortPath(intake, rates)];
  return [with_[0] - without[0], with_[1] - without[1], with_[2] - without[2], with_[3] - without[3], with_[4] - without[4]];
}
