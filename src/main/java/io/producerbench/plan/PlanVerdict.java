package io.producerbench.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The status of a row and why.
 *
 * @param reasons in sentences without their full stops; none if the status is PLAN
 */
record PlanVerdict(PlanStatus status, List<String> reasons) {
    /** A reason for a status. */
    record StatusReason(PlanStatus status, String words) {}

    /** Returns the worst status for which there is a reason, with all reasons for that status. */
    static PlanVerdict of(List<StatusReason> reasons) {
        PlanStatus worst = reasons.stream()
                .map(StatusReason::status)
                .max(Comparator.naturalOrder())
                .orElse(PlanStatus.PLAN);
        List<String> words = new ArrayList<>();
        reasons.stream().filter(reason -> reason.status() == worst).forEach(reason -> words.add(reason.words()));
        return new PlanVerdict(worst, List.copyOf(words));
    }
}
