/* No name of a person gets through; all names here are invented. */
#include "test.h"

#include "publish/rol.h"

static void a_role_is_shown(void **state)
{
	static const char *const roles[] = {"coördinator", "Coördinator VVE", "procesmanager LEA",
		"coördinator naschools aanbod", "beleidsadviseur onderwijs", "Beleidsadviseur Jeugd",
		"wethouder", "IB'er", "teamleider", "projectleider 16+", "directeur/bestuurder",
		"Wijkagent", "voorzitter van de werkgroep", "coördinator aanmelding"};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(roles); i++)
		if (!rol_is_role(roles[i], "gemeente"))
			fail_msg("%s is een rol", roles[i]);
}

static void what_may_be_a_name_is_no_role(void **state)
{
	static const char *const names[] = {"", "Jan Voorbeeld", "Voorbeeld", "jan voorbeeld",
		"J. Voorbeeld", "J.P. de Voorbeeld", "directeur Voorbeeld", "wethouder Jan",
		"Jan Voorbeeld (coördinator)", "coördinator, mevr. Voorbeeld",
		"coördinator (jan@voorbeeld.nl)", "coördinator 06-12345678", "dhr. Voorbeeld, wethouder",
		"Özlem, coördinator", "coördinator Özlem", "onbekend"};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(names); i++)
		if (rol_is_role(names[i], "gemeente"))
			fail_msg("%s werd getoond", names[i]);
}

static void a_word_of_the_party_may_follow_the_role(void **state)
{
	(void)state;
	assert_false(rol_is_role("directeur Weidewijk", "gemeente"));
	assert_true(rol_is_role("directeur Weidewijk", "Kinderopvang Weidewijk"));
}

static void a_party_is_refused_only_for_a_title_an_initial_or_an_address(void **state)
{
	static const char *const parties[] = {"", "gemeente", "Bibliotheek", "Werkgroep Toeleiding",
		"Loket 16+", "Lokale Teams", "swv", "Stichting De Fictieve School"};
	static const char *const persons[] = {"mevrouw Voorbeeld", "Dhr. Voorbeeld", "A. Voorbeeld",
		"A.B. Voorbeeld", "info@voorbeeld.nl", "079 123 45 67"};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(parties); i++)
		assert_false(rol_names_person(parties[i]));
	for (size_t i = 0; i < ARRAY_LEN(persons); i++)
		if (!rol_names_person(persons[i]))
			fail_msg("%s werd getoond", persons[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_role_is_shown),
		cmocka_unit_test(what_may_be_a_name_is_no_role),
		cmocka_unit_test(a_word_of_the_party_may_follow_the_role),
		cmocka_unit_test(a_party_is_refused_only_for_a_title_an_initial_or_an_address),
	};

	return RUN_TESTS(tests);
}
