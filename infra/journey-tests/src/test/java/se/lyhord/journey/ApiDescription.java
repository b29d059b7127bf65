package se.lyhord.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The public API's OpenAPI document, held against what the API answers. */
record ApiDescription(Page anyone, String site, JsonNode document) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    static ApiDescription of(Page anyone, String site) {
        String text = anyone.request().get(site + "/api/v1/openapi.json").text();
        return new ApiDescription(anyone, site, JSON.readTree(text));
    }

    /** Fails unless the answer is of the named schema, open to other sites, and has an ETag. */
    JsonNode holds(String path, String schema) {
        APIResponse answer = anyone.request().get(site + path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        assertThat(answer.headers())
                .as(path)
                .containsEntry("access-control-allow-origin", "*")
                .containsKey("etag");
        ObjectNode wanted = JSON.createObjectNode().put("$ref", "#/components/schemas/" + schema);
        wanted.set("components", document.path("components"));
        assertThat(
                        SCHEMAS.getSchema(wanted.toString(), InputFormat.JSON)
                                .validate(
                                        answer.text(),
                                        InputFormat.JSON,
                                        context ->
                                                context.executionConfig(
                                                        config ->
                                                                config.formatAssertionsEnabled(
                                                                        true))))
                .as(path)
                .isEmpty();
        return JSON.readTree(answer.text());
    }
}
