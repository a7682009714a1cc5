/** The solver library, behind the interface of the model. Must not know what is allocated. */
package uk.hustings.campaign.allocation.solver;
