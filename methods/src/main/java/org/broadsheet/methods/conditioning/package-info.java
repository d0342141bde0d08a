/// Attention as conditioning (arXiv:2508.08289): keys are conditioned stimuli, values are what they
/// announce, a query is a stimulus that tests what was learned. [ConditionedMemory] stores pairs by
/// a [LearningRule] and answers; [Attention] gives the same answers from the pairs themselves;
/// [CapacityLaws] says how many pairs fit, [Interference] measures it; [Conditioning] runs the
/// classical experiments and [RecallModel] learns the task. Trained models use `tensor`.
@NullMarked
package org.broadsheet.methods.conditioning;

import org.jspecify.annotations.NullMarked;
