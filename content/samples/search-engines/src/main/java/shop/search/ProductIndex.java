package shop.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.LowerCaseFilterFactory;
import org.apache.lucene.analysis.custom.CustomAnalyzer;
import org.apache.lucene.analysis.en.PorterStemFilterFactory;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.ngram.EdgeNGramFilterFactory;
import org.apache.lucene.analysis.standard.StandardTokenizerFactory;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/** An index of the catalog in memory. */
final class ProductIndex {
    /** A product and its score. */
    record Hit(int id, float score) {}

    private static final Map<String, String> SYNONYMS =
            Map.of("cup", "mug", "mug", "cup", "mill", "grinder", "grinder", "mill");

    private final Analyzer words;
    private final Analyzer typed;
    private final IndexSearcher searcher;

    ProductIndex() {
        try {
            typed = CustomAnalyzer.builder().withTokenizer(StandardTokenizerFactory.class)
                    .addTokenFilter(LowerCaseFilterFactory.class).build();
            words = CustomAnalyzer.builder().withTokenizer(StandardTokenizerFactory.class)
                    .addTokenFilter(LowerCaseFilterFactory.class)
                    .addTokenFilter(PorterStemFilterFactory.class).build();
            // #region analyzer
            // "grinder" is indexed as g, gr, gri, … up to twelve letters
            Analyzer starts = CustomAnalyzer.builder()
                    .withTokenizer(StandardTokenizerFactory.class)
                    .addTokenFilter(LowerCaseFilterFactory.class)
                    .addTokenFilter(EdgeNGramFilterFactory.class,
                            "minGramSize", "1", "maxGramSize", "12")
                    .build();
            // #endregion analyzer
            var directory = new ByteBuffersDirectory();
            var config = new IndexWriterConfig(
                    new PerFieldAnalyzerWrapper(words, Map.of("starts", starts)));
            try (var writer = new IndexWriter(directory, config)) {
                for (Catalog.Product product : Catalog.PRODUCTS) writer.addDocument(document(product));
            }
            searcher = new IndexSearcher(DirectoryReader.open(directory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // #region document
    private static Document document(Catalog.Product product) {
        var document = new Document();
        document.add(new StoredField("id", product.id()));
        document.add(new TextField("name", product.name(), Store.NO));
        document.add(new TextField("about", product.about(), Store.NO));
        document.add(new TextField("starts", product.name(), Store.NO));
        document.add(new KeywordField("category", product.category(), Store.NO));
        document.add(new IntField("cents", product.cents(), Store.NO));
        document.add(new KnnFloatVectorField("meaning",
                Meaning.of(product.name()), VectorSimilarityFunction.COSINE));
        return document;
    }
    // #endregion document

    // #region search
    /** Names count three times as much; category and price only let in or not. */
    List<Hit> search(
            String text, boolean forgiving, String category, int maxCents) {
        var anyWord = new BooleanQuery.Builder();
        for (String term : terms(words, text))
            for (String field : List.of("name", "about"))
                anyWord.add(weighted(field, term, forgiving), Occur.SHOULD);
        var query = new BooleanQuery.Builder().add(anyWord.build(), Occur.MUST);
        if (category != null)
            query.add(new TermQuery(new Term("category", category)), Occur.FILTER);
        query.add(IntField.newRangeQuery("cents", 0, maxCents), Occur.FILTER);
        return top(query.build(), 10);
    }
    // #endregion search

    List<Hit> search(String text, boolean forgiving) {
        return search(text, forgiving, null, Integer.MAX_VALUE);
    }

    private static Query weighted(String field, String term, boolean forgiving) {
        float weight = field.equals("name") ? 3 : 1;
        if (!forgiving) return new BoostQuery(new TermQuery(new Term(field, term)), weight);
        var query = new BooleanQuery.Builder().add(term.length() < 5
                ? new TermQuery(new Term(field, term))
                : new FuzzyQuery(new Term(field, term), 1, 1), Occur.SHOULD);
        String other = SYNONYMS.get(term);
        if (other != null) query.add(new BoostQuery(new TermQuery(new Term(field, other)), 0.5f), Occur.SHOULD);
        return new BoostQuery(query.build(), weight);
    }

    // #region complete
    /** Every word typed so far must begin a word of the name. */
    List<Hit> complete(String typedSoFar) {
        var query = new BooleanQuery.Builder();
        for (String start : terms(typed, typedSoFar))
            query.add(new TermQuery(new Term("starts", start)), Occur.MUST);
        return top(query.build(), 5);
    }
    // #endregion complete

    // #region similar
    /** The nearest by meaning: always k of them, however far away. */
    List<Hit> similar(String text, int k) {
        return top(new KnnFloatVectorQuery("meaning", Meaning.of(text), k), k);
    }
    // #endregion similar

    private List<Hit> top(Query query, int n) {
        try {
            var hits = new ArrayList<Hit>();
            for (ScoreDoc found : searcher.search(query, n).scoreDocs)
                hits.add(new Hit(searcher.storedFields().document(found.doc).getField("id")
                        .numericValue().intValue(), found.score));
            return hits;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> terms(Analyzer analyzer, String text) {
        try (TokenStream stream = analyzer.tokenStream("", text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var terms = new ArrayList<String>();
            stream.reset();
            while (stream.incrementToken()) terms.add(term.toString());
            stream.end();
            return terms;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
