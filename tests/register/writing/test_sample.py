from lrn.register.load import SAMPLE
from lrn.register.writing.sample import write_sample


def test_the_sample_in_data_is_what_the_command_writes(tmp_path):
    write_sample(tmp_path / "voorbeeld.xlsx")
    assert (tmp_path / "voorbeeld.xlsx").read_bytes() == SAMPLE.read_bytes()
