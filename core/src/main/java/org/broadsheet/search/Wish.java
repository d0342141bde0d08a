package org.broadsheet.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.jspecify.annotations.Nullable;

/// A query made ready for the index: named and liked papers looked up, a vector made.
///
/// @param query what the index is asked by words; liked papers are excluded in it
/// @param asksWords whether words take part at all; a query of nothing but liked papers has none
/// @param named the paper whose id was the query
/// @param liked the papers near which others are looked for
/// @param vector absent when meaning takes no part
record Wish(
        Query query,
        boolean asksWords,
        @Nullable Paper named,
        List<PaperId> liked,
        float @Nullable [] vector) {

    /// Makes wishes of queries.
    ///
    /// @param embedder empty while the model loads and where there is none
    record Maker(SearchedFacts storage, String model, Supplier<Optional<Embedder>> embedder) {
        /// @throws IllegalArgumentException for `like:` with a paper that is not here
        Wish of(Query query) {
            List<Clause.Named> lone = query.all(Clause.Named.class);
            if (lone.isEmpty()) {
                return of(query, null);
            }
            Map<PaperId, Paper> here = storage.papers().get(lone.getFirst().ids());
            Optional<Paper> named =
                    lone.getFirst().ids().stream()
                            .flatMap(id -> Optional.ofNullable(here.get(id)).stream())
                            .findFirst();
            return named.isPresent()
                    ? of(new Query(List.of(new Clause.Like(named.get().id()))), named.get())
                    : of(new Query(List.of(new Clause.Word(lone.getFirst().text()))), null);
        }

        private Wish of(Query query, @Nullable Paper named) {
            List<PaperId> liked =
                    query.all(Clause.Like.class).stream()
                            .map(Clause.Like::paper)
                            .distinct()
                            .toList();
            if (liked.isEmpty()) {
                boolean filtersOnly = !query.hasWords();
                return new Wish(query, true, named, liked, filtersOnly ? null : embedded(query));
            }
            Collection<Paper> papers = known(liked);
            float[] vector = mean(liked);
            Query others =
                    query.without(Clause.Like.class).and(new Clause.Not(new Clause.Among(liked)));
            if (vector == null && !query.hasWords()) {
                others = others.and(new Clause.Prose(texts(papers)));
            }
            return new Wish(others, others.hasWords(), named, liked, vector);
        }

        private Collection<Paper> known(List<PaperId> liked) {
            Map<PaperId, Paper> papers = storage.papers().get(liked);
            for (PaperId id : liked) {
                if (!papers.containsKey(id)) {
                    throw new IllegalArgumentException(
                            "like:%s is no paper here; accepted is the id of a paper that is"
                                    .formatted(id));
                }
            }
            return papers.values();
        }

        private static String texts(Collection<Paper> papers) {
            return papers.stream().map(TextForVector::of).collect(Collectors.joining(" "));
        }

        private float @Nullable [] embedded(Query query) {
            Optional<Embedder> ready = embedder.get();
            Optional<String> text = query.meaning();
            if (ready.isEmpty() || text.isEmpty()) {
                return null;
            }
            return query.all(Clause.Prose.class).isEmpty()
                    ? ready.get().embedQuery(text.get())
                    : ready.get().embed(List.of(text.get())).getFirst();
        }

        /// The mean direction of the papers' vectors, of length 1; absent when none has one.
        private float @Nullable [] mean(List<PaperId> papers) {
            List<float[]> vectors = new ArrayList<>();
            storage.vectors().get(model, papers).values().forEach(one -> vectors.add(one.values()));
            if (vectors.isEmpty()) {
                return null;
            }
            float[] sum = new float[vectors.getFirst().length];
            for (float[] vector : vectors) {
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += vector[i];
                }
            }
            return normalised(sum);
        }

        private static float @Nullable [] normalised(float[] vector) {
            double squares = 0;
            for (float value : vector) {
                squares += (double) value * value;
            }
            if (squares == 0) {
                return null;
            }
            double length = Math.sqrt(squares);
            for (int i = 0; i < vector.length; i++) {
                vector[i] = (float) (vector[i] / length);
            }
            return vector;
        }
    }
}
