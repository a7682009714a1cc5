package uk.hustings.test;

import io.quarkus.test.junit.QuarkusTestProfile;

/** A service and a database of its own for a test that writes what others would stumble over. */
public class OwnProfile implements QuarkusTestProfile {}
