/** Rules about characters, dates and numbers as pure functions; domain packages of every service may use them. */
package uk.hustings.api.text.domain;
